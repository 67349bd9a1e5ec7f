/*
 *	kern/startup.c: setup of the kernel, in its order, and the first
 *	threads.
 */

#include <mach/vm_param.h>
#include <kern/debug.h>
#include <kern/mach_clock.h>
#include <kern/printf.h>
#include <kern/processor.h>
#include <kern/sched_prim.h>
#include <kern/startup.h>
#include <kern/task.h>
#include <kern/thread.h>
#include <kern/timer.h>
#include <vm/vm_init.h>
#include <vm/vm_page.h>
#include <vm/vm_pageout.h>
#include <i386/i386/pcb.h>
#include <i386/i386/spl.h>
#include <i386/i386at/machdep.h>
#include <test/ktest.h>

/*
 *	What other parts may want to know of the machine.
 */
static struct {
	int		max_cpus;
	int		avail_cpus;
	vm_size_t	memory_size;
} machine_info;

static void	start_kernel_threads(void);
static void	cpu_launch_first_thread(thread_t th) __attribute__((noreturn));

/*
 *	setup_main:
 *
 *	Called on the boot stack, with paging on and interrupts off.
 */
void
setup_main(void)
{
	thread_t	startup_thread;

	panic_init();
	printf_init();

	sched_init();
	vm_mem_bootstrap();
	vm_mem_init();

	init_timers();
	init_timeout();

	machine_init();

	machine_info.max_cpus = NCPUS;
	machine_info.memory_size = phys_last_addr - phys_first_addr;
	machine_info.avail_cpus = 1;

	task_init();
	thread_init();
	swapper_init();

	recompute_priorities((void *) 0);
	compute_mach_factor();

	/*
	 *	The startup thread makes the others.
	 */
	(void) thread_create(kernel_task, &startup_thread);
	thread_start(startup_thread, start_kernel_threads);
	thread_doswapin(startup_thread);
	startup_thread->state |= TH_RUN;
	(void) thread_resume(startup_thread);

	cpu_launch_first_thread(startup_thread);
}

/*
 *	cpu_launch_first_thread:
 *
 *	Leave the boot stack.
 */
static void
cpu_launch_first_thread(th)
	thread_t	th;
{
	(void) splhigh();
	(void) rem_runq(th);
	startrtclock();
	load_context(th);
}

/*
 *	start_kernel_threads:
 *
 *	The startup thread: start the kernel's own threads, the tests, and
 *	then become the pageout daemon.
 */
static void
start_kernel_threads(void)
{
	(void) kernel_thread(kernel_task, idle_thread, (void *) 0);
	(void) kernel_thread(kernel_task, reaper_thread, (void *) 0);
	(void) kernel_thread(kernel_task, swapin_thread, (void *) 0);
	(void) kernel_thread(kernel_task, sched_thread, (void *) 0);

	printf("%d pages free, %d KiB of memory\n", vm_page_free_count,
	       machine_info.memory_size / 1024);
	if (cmdline_value("notest") == (const char *) 0)
		(void) kernel_thread(kernel_task, ktest_thread, (void *) 0);

	(void) spl0();
	vm_pageout();
	/*NOTREACHED*/
}
