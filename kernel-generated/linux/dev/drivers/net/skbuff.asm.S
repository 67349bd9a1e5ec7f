# Entries and inline assembly of linux/dev/drivers/net/skbuff.c.
	.text

	.p2align 4
	.globl asm.skbuff_c.skb_queue_tail
asm.skbuff_c.skb_queue_tail:
	pushfl; popl %eax
	ret

	.p2align 4
	.globl asm.skbuff_c.skb_queue_tail_2
asm.skbuff_c.skb_queue_tail_2:
	cli
	ret

	.p2align 4
	.globl asm.skbuff_c.skb_queue_tail_3
asm.skbuff_c.skb_queue_tail_3:
	movl	%ecx, %eax
	pushl %eax; popfl
	ret
	.section .note.GNU-stack,"",@progbits
