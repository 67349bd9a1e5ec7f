# Data of kern/processor.c. Written by port.

# default_pset
	.comm	default_pset, 296, 4

# processor_array
	.comm	processor_array, 292, 4
	.section .note.GNU-stack,"",@progbits
