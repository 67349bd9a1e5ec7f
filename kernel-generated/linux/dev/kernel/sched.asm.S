# Entries and inline assembly of linux/dev/kernel/sched.c.
	.text

	.p2align 4
	.globl linux_dev_kernel_sched.timer_bh
linux_dev_kernel_sched.timer_bh:
	jmp	linux_dev_kernel_sched.timer_bh.m

	.p2align 4
	.globl linux_dev_kernel_sched.tqueue_bh
linux_dev_kernel_sched.tqueue_bh:
	jmp	linux_dev_kernel_sched.tqueue_bh.m

	.p2align 4
	.globl linux_dev_kernel_sched.immediate_bh
linux_dev_kernel_sched.immediate_bh:
	jmp	linux_dev_kernel_sched.immediate_bh.m

	.p2align 4
	.globl asm.3aac09b619
asm.3aac09b619:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.69f525f315
asm.69f525f315:
	cli
	ret

	.p2align 4
	.globl asm.94e06d80f6
asm.94e06d80f6:
	sti
	ret

	.p2align 4
	.globl asm.f48442351e
asm.f48442351e:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
