# Data of vm/vm_pageout.c. Written by port.

# vm_pageout_burst_max
	.bss
	.globl	vm_pageout_burst_max
	.type	vm_pageout_burst_max, @object
	.size	vm_pageout_burst_max, 4
	.balign	4
vm_pageout_burst_max:
	.zero	4

# vm_pageout_burst_wait
	.bss
	.globl	vm_pageout_burst_wait
	.type	vm_pageout_burst_wait, @object
	.size	vm_pageout_burst_wait, 4
	.balign	4
vm_pageout_burst_wait:
	.zero	4

# vm_pageout_empty_wait
	.bss
	.globl	vm_pageout_empty_wait
	.type	vm_pageout_empty_wait, @object
	.size	vm_pageout_empty_wait, 4
	.balign	4
vm_pageout_empty_wait:
	.zero	4

# vm_pageout_pause_count
	.bss
	.globl	vm_pageout_pause_count
	.type	vm_pageout_pause_count, @object
	.size	vm_pageout_pause_count, 4
	.balign	4
vm_pageout_pause_count:
	.zero	4

# vm_pageout_reserved_really
	.bss
	.globl	vm_pageout_reserved_really
	.type	vm_pageout_reserved_really, @object
	.size	vm_pageout_reserved_really, 4
	.balign	4
vm_pageout_reserved_really:
	.zero	4

# vm_page_external_target
	.bss
	.globl	vm_page_external_target
	.type	vm_page_external_target, @object
	.size	vm_page_external_target, 4
	.balign	4
vm_page_external_target:
	.zero	4

# vm_pageout_active
	.bss
	.globl	vm_pageout_active
	.type	vm_pageout_active, @object
	.size	vm_pageout_active, 4
	.balign	4
vm_pageout_active:
	.zero	4

# vm_pageout_inactive
	.bss
	.globl	vm_pageout_inactive
	.type	vm_pageout_inactive, @object
	.size	vm_pageout_inactive, 4
	.balign	4
vm_pageout_inactive:
	.zero	4

# vm_pageout_inactive_nolock
	.bss
	.globl	vm_pageout_inactive_nolock
	.type	vm_pageout_inactive_nolock, @object
	.size	vm_pageout_inactive_nolock, 4
	.balign	4
vm_pageout_inactive_nolock:
	.zero	4

# vm_pageout_inactive_busy
	.bss
	.globl	vm_pageout_inactive_busy
	.type	vm_pageout_inactive_busy, @object
	.size	vm_pageout_inactive_busy, 4
	.balign	4
vm_pageout_inactive_busy:
	.zero	4

# vm_pageout_inactive_used
	.bss
	.globl	vm_pageout_inactive_used
	.type	vm_pageout_inactive_used, @object
	.size	vm_pageout_inactive_used, 4
	.balign	4
vm_pageout_inactive_used:
	.zero	4

# vm_pageout_inactive_clean
	.bss
	.globl	vm_pageout_inactive_clean
	.type	vm_pageout_inactive_clean, @object
	.size	vm_pageout_inactive_clean, 4
	.balign	4
vm_pageout_inactive_clean:
	.zero	4

# vm_pageout_inactive_dirty
	.bss
	.globl	vm_pageout_inactive_dirty
	.type	vm_pageout_inactive_dirty, @object
	.size	vm_pageout_inactive_dirty, 4
	.balign	4
vm_pageout_inactive_dirty:
	.zero	4

# vm_pageout_inactive_stuck
	.bss
	.globl	vm_pageout_inactive_stuck
	.type	vm_pageout_inactive_stuck, @object
	.size	vm_pageout_inactive_stuck, 4
	.balign	4
vm_pageout_inactive_stuck:
	.zero	4
	.section .note.GNU-stack,"",@progbits
