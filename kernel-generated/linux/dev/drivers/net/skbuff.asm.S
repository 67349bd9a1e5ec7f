# Entries and inline assembly of linux/dev/drivers/net/skbuff.c. Written by port.
	.text

	.p2align 4
	.globl asm.skbuff_c.skb_queue_tail
asm.skbuff_c.skb_queue_tail:
	cli
	ret
	.section .note.GNU-stack,"",@progbits
