# Entries and inline assembly of i386/i386at/pit.c. Written by port.
	.text

	.p2align 4
	.globl i386_i386at_pit.hardclock
	.type i386_i386at_pit.hardclock, @function
i386_i386at_pit.hardclock:
	movl	4(%esp), %ecx
	jmp	i386_i386at_pit.hardclock.m
	.size i386_i386at_pit.hardclock, . - i386_i386at_pit.hardclock

	.p2align 4
	.globl asm.pit_c.clkstart
asm.pit_c.clkstart:
	movl	%ecx, %eax
	outb %al, $67
	ret

	.p2align 4
	.globl asm.pit_c.clkstart_2
asm.pit_c.clkstart_2:
	movl	%ecx, %eax
	outb %al, $64
	ret
	.section .note.GNU-stack,"",@progbits
