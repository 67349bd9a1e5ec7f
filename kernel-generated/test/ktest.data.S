# Data of test/ktest.c. Written by port.

# static suites
	.section .rodata
	.globl	test_ktest.suites
	.type	test_ktest.suites, @object
	.size	test_ktest.suites, 124
	.balign	4
test_ktest.suites:
	.long	linux_memory_suite	# [0]
	.long	language_suite	# [1]
	.long	strings_suite	# [2]
	.long	machine_suite	# [3]
	.long	pmap_suite	# [4]
	.long	vm_page_suite	# [5]
	.long	vm_contiguous_suite	# [6]
	.long	kern_zalloc_suite	# [7]
	.long	vm_object_suite	# [8]
	.long	vm_map_suite	# [9]
	.long	kern_clock_suite	# [10]
	.long	kern_thread_suite	# [11]
	.long	kern_lock_suite	# [12]
	.long	vm_pageout_suite	# [13]
	.long	linux_lib_suite	# [14]
	.long	linux_sched_suite	# [15]
	.long	linux_kmem_suite	# [16]
	.long	linux_block_suite	# [17]
	.long	linux_pci_suite	# [18]
	.long	linux_floppy_suite	# [19]
	.long	linux_dma_suite	# [20]
	.long	linux_demo_suite	# [21]
	.long	linux_sound_suite	# [22]
	.long	linux_net_suite	# [23]
	.long	linux_pcnet32_suite	# [24]
	.long	linux_ne2k_pci_suite	# [25]
	.long	linux_rtl8139_suite	# [26]
	.long	linux_ide_suite	# [27]
	.long	linux_scsi_commands_suite	# [28]
	.long	linux_scsi_suite	# [29]
	.long	linux_threads_suite	# [30]

# ktest_subject
	.comm	ktest_subject, 4, 4

# static case_failed
	.bss
	.globl	test_ktest.case_failed
	.type	test_ktest.case_failed, @object
	.size	test_ktest.case_failed, 4
	.balign	4
test_ktest.case_failed:
	.zero	4

# static case_skipped
	.bss
	.globl	test_ktest.case_skipped
	.type	test_ktest.case_skipped, @object
	.size	test_ktest.case_skipped, 4
	.balign	4
test_ktest.case_skipped:
	.zero	4

# static passed
	.bss
	.globl	test_ktest.passed
	.type	test_ktest.passed, @object
	.size	test_ktest.passed, 4
	.balign	4
test_ktest.passed:
	.zero	4

# static failed
	.bss
	.globl	test_ktest.failed
	.type	test_ktest.failed, @object
	.size	test_ktest.failed, 4
	.balign	4
test_ktest.failed:
	.zero	4

# static skipped
	.bss
	.globl	test_ktest.skipped
	.type	test_ktest.skipped, @object
	.size	test_ktest.skipped, 4
	.balign	4
test_ktest.skipped:
	.zero	4

# static number
	.bss
	.globl	test_ktest.number
	.type	test_ktest.number, @object
	.size	test_ktest.number, 4
	.balign	4
test_ktest.number:
	.zero	4

# static random_state
	.data
	.globl	test_ktest.random_state
	.type	test_ktest.random_state, @object
	.size	test_ktest.random_state, 4
	.balign	4
test_ktest.random_state:
	.long	0x12d2
	.section .note.GNU-stack,"",@progbits
