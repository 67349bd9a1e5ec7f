# Entries and inline assembly of kern/thread.c.
	.text

	.p2align 4
	.globl thread_halt_self
thread_halt_self:
	jmp	thread_halt_self.m

	.p2align 4
	.globl reaper_thread
reaper_thread:
	jmp	reaper_thread.m
	.section .note.GNU-stack,"",@progbits
