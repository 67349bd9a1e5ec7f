/*
 *	suites_linux.h: the test suites of the Linux glue and its drivers, for
 *	the table of suites.
 */
#ifndef _TEST_SUITES_LINUX_H_
#define _TEST_SUITES_LINUX_H_

#include <test/ktest.h>

extern const struct ktest_suite linux_memory_suite;
extern const struct ktest_suite linux_lib_suite;
extern const struct ktest_suite linux_sched_suite;
extern const struct ktest_suite linux_kmem_suite;
extern const struct ktest_suite linux_block_suite;
extern const struct ktest_suite linux_pci_suite;
extern const struct ktest_suite linux_floppy_suite;
extern const struct ktest_suite linux_dma_suite;
extern const struct ktest_suite linux_demo_suite;
extern const struct ktest_suite linux_sound_suite;
extern const struct ktest_suite linux_net_suite;
extern const struct ktest_suite linux_pcnet32_suite;
extern const struct ktest_suite linux_ne2k_pci_suite;
extern const struct ktest_suite linux_rtl8139_suite;
extern const struct ktest_suite linux_ide_suite;
extern const struct ktest_suite linux_scsi_commands_suite;
extern const struct ktest_suite linux_scsi_suite;
extern const struct ktest_suite linux_threads_suite;

/* Before all others. */
#define BOOT_SUITES		\
	&linux_memory_suite

/* In the order in which they run: what others rest on comes first. */
#define LINUX_SUITES		\
	&linux_lib_suite,	\
	&linux_sched_suite,	\
	&linux_kmem_suite,	\
	&linux_block_suite,	\
	&linux_pci_suite,	\
	&linux_floppy_suite,	\
	&linux_dma_suite,	\
	&linux_demo_suite,	\
	&linux_sound_suite,	\
	&linux_net_suite,	\
	&linux_pcnet32_suite,	\
	&linux_ne2k_pci_suite,	\
	&linux_rtl8139_suite,	\
	&linux_ide_suite,	\
	&linux_scsi_commands_suite, \
	&linux_scsi_suite,	\
	&linux_threads_suite

#endif /* _TEST_SUITES_LINUX_H_ */
