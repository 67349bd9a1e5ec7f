# Entries and inline assembly of kern/thread.c. Written by port.
	.text

	.p2align 4
	.globl thread_halt_self
	.type thread_halt_self, @function
thread_halt_self:
	jmp	thread_halt_self.m
	.size thread_halt_self, . - thread_halt_self

	.p2align 4
	.globl reaper_thread
	.type reaper_thread, @function
reaper_thread:
	jmp	reaper_thread.m
	.size reaper_thread, . - reaper_thread
	.section .note.GNU-stack,"",@progbits
