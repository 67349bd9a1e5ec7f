/*
 *	misc.c: small things that drivers ask the kernel for.
 */
#define MACH_INCLUDE
#include <mach/vm_param.h>

#include <linux/types.h>
#include <linux/errno.h>
#include <linux/mm.h>
#include <linux/proc_fs.h>
#include <linux/sched.h>
#include <linux/time.h>
#include <linux/utsname.h>
#include <linux/version.h>
#include <asm/processor.h>

struct new_utsname system_utsname = {
	"Mach", "(none)", UTS_RELEASE, "", "i686", "(none)"
};

char x86 = 6;
int EISA_bus;

struct proc_dir_entry proc_root;
struct proc_dir_entry *proc_scsi;

/*
 *	May a driver use memory of its caller?  It is the kernel's, so it has to
 *	be in the kernel's space, whole.
 */
int
verify_area(int type, const void *addr, unsigned long size)
{
	unsigned long start = (unsigned long) addr;

	if (size == 0)
		return 0;
	if (start == 0 || start >= VM_MAX_KERNEL_ADDRESS
	    || size > VM_MAX_KERNEL_ADDRESS - start)
		return -EFAULT;
	return 0;
}

/*
 *	Time since the drivers were started.
 */
void
do_gettimeofday(struct timeval *tv)
{
	unsigned long ticks = jiffies;

	tv->tv_sec = ticks / HZ;
	tv->tv_usec = ticks % HZ * (1000000 / HZ);
}
