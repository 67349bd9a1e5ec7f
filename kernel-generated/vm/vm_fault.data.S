# Data of vm/vm_fault.c. Written by port.

# vm_fault_count
	.comm	vm_fault_count, 4, 4

# vm_fault_zero_fill_count
	.comm	vm_fault_zero_fill_count, 4, 4

# vm_fault_pagein_count
	.comm	vm_fault_pagein_count, 4, 4
	.section .note.GNU-stack,"",@progbits
