# Entries and inline assembly of linux/dev/kernel/softirq.c. Written by port.
	.text

	.p2align 4
	.globl asm.softirq_c.do_bottom_half
asm.softirq_c.do_bottom_half:
	sti
	ret

	.p2align 4
	.globl asm.softirq_c.queue_task
asm.softirq_c.queue_task:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
