/*
 *	floppy.c: the floppy disk driver.
 *
 *	Hardware: an 82077 or older controller (or the like in a super I/O chip)
 *	at 0x3f0, interrupt line 6, ISA DMA channel 2.
 *
 *	Everything happens in steps.  A step gives the controller a command or
 *	starts a timer, and names the step that comes next; the interrupt
 *	handler collects the result bytes and schedules that step as a bottom
 *	half.  So all steps run one after the other, with interrupts on, and need
 *	no protection from each other.  `fdc_busy' is held from the first step of
 *	an operation to the last.
 *
 *	What an operation wants is in raw_cmd: a cylinder to be on, perhaps a
 *	transfer.  floppy_ready looks at what is missing for it (a reset, the
 *	motor, a recalibration, a seek) and starts that; in the end it starts the
 *	transfer.  Who wants it is in `cont', the functions to call when it is
 *	done or has to be started over.
 *
 *	DMA works on the request's own memory if that suits the DMA controller:
 *	below 16 MiB, not across a 64 KiB line.  All other transfers go through
 *	the track buffer, which also keeps what was read beyond the request.
 */
#define MACH_INCLUDE
#include <kern/assert.h>
#include <kern/debug.h>

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/delay.h>
#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/fs.h>
#include <linux/fd.h>
#include <linux/fdreg.h>
#include <asm/dma.h>
#include <asm/io.h>
#include <asm/irq.h>
#include <asm/segment.h>
#include <asm/system.h>

#define MAJOR_NR FLOPPY_MAJOR
#include <linux/blk.h>

#define FLOPPY_DMA	2
#define N_DRIVE		2

/* The track buffer: 32 KiB, so 64 sectors. */
#define TRACK_BUFFER_ORDER	3
#define TRACK_BUFFER_SECTORS	((PAGE_SIZE << TRACK_BUFFER_ORDER) >> 9)

/* A minor is format << 2 | drive.  Format 0 asks the disk. */
#define UNIT(dev)	(MINOR(dev) & 3)
#define FORMAT(dev)	(MINOR(dev) >> 2)

/* Failed attempts at a buffer after which ... */
#define ERRORS_RECALIBRATE	2	/* ... the head is sent home */
#define ERRORS_RESET		3	/* ... the controller is reset */
#define ERRORS_ABORT		5	/* ... we give up */

/* Longest time that any command takes, in ticks. */
#define FD_TIMEOUT	(3 * HZ)

/* The formats. */
enum { FMT_AUTO, FMT_360, FMT_1200, FMT_720, FMT_1440, FMT_2880, NR_FORMATS };

static struct floppy_struct floppy_type[NR_FORMATS] = {
	/*	     size  sect head track  gap  rate spec1 name */
	[FMT_AUTO] = {    0,  0, 0,  0, 0x00, 0x00, 0x00, NULL    },
	[FMT_360]  = {  720,  9, 2, 40, 0x2a, 0x02, 0xdf, "d360"  },
	[FMT_1200] = { 2400, 15, 2, 80, 0x1b, 0x00, 0xdf, "h1200" },
	[FMT_720]  = { 1440,  9, 2, 80, 0x2a, 0x02, 0xdf, "D720"  },
	[FMT_1440] = { 2880, 18, 2, 80, 0x1b, 0x00, 0xcf, "H1440" },
	[FMT_2880] = { 5760, 36, 2, 80, 0x1b, 0x03, 0xaf, "E2880" },
};

/* What a drive of a type in the CMOS memory can do. */
struct floppy_drive_params {
	const char *name;
	unsigned long spinup;		/* ticks until the motor is up */
	unsigned char autodetect[3];	/* formats to be tried, in this order */
};

static const struct floppy_drive_params drive_types[] = {
	{ NULL,     0,          { FMT_AUTO, FMT_AUTO, FMT_AUTO } },
	{ "360K",   HZ / 2,     { FMT_360,  FMT_AUTO, FMT_AUTO } },
	{ "1.2M",   HZ / 2,     { FMT_1200, FMT_360,  FMT_AUTO } },
	{ "720K",   HZ / 2,     { FMT_720,  FMT_AUTO, FMT_AUTO } },
	{ "1.44M",  4 * HZ / 10, { FMT_1440, FMT_720,  FMT_AUTO } },
	{ "2.88M",  4 * HZ / 10, { FMT_2880, FMT_1440, FMT_720 } },
	{ "2.88M",  4 * HZ / 10, { FMT_2880, FMT_1440, FMT_720 } },
};

#define NR_DRIVE_TYPES	(sizeof drive_types / sizeof drive_types[0])

/* The motor stays on for so long after the last operation. */
#define MOTOR_OFF_DELAY	(3 * HZ)

#define NEED_RECAL	(-1)		/* the head may be anywhere */
#define ANY_TRACK	(-2)		/* raw_cmd: it may stay there */

/* What is known of a drive. */
struct floppy_drive {
	const struct floppy_drive_params *params;	/* null: no drive */
	int track;			/* where the head is, or NEED_RECAL */
	int format;			/* found on the disk; FMT_AUTO: none */
	int open_count;
	unsigned long motor_date;	/* tick at which it was switched on */
	struct timer_list motor_off;
	unsigned changed : 1;		/* a new disk, not yet looked at */
	unsigned no_disk : 1;
	unsigned write_protected : 1;
	unsigned clear_step : 2;	/* see clear_disk_change */
};

static struct floppy_drive drives[N_DRIVE];

/* What is known of the controller. */
static struct {
	unsigned char dor;		/* last value of the register */
	int rate;			/* last data rate; -1: none */
	int spec1;			/* last step rate; -1: none */
	unsigned reset : 1;		/* it has to be reset first */
	unsigned version : 8;
} fdc;

#define FD_READ_DATA	0x01
#define FD_WRITE_DATA	0x02

/* What has to be done. */
static struct {
	int flags;			/* FD_READ_DATA, FD_WRITE_DATA or 0 */
	int drive;
	int track;
	char *data;			/* memory for the DMA */
	unsigned long length;
	struct floppy_struct *format;
	unsigned char cmd[9];
	unsigned char reply[16];
	int reply_count;
	unsigned direct : 1;		/* data is the request's own memory */
} raw_cmd;

#define DRIVE	(drives[raw_cmd.drive])

/* Whom to tell. */
struct cont_t {
	void (*redo)(void);		/* begin again: something went wrong */
	void (*error)(void);		/* count an error, perhaps give up */
	void (*done)(int ok);
};

static const struct cont_t *cont;

/* The step that the next interrupt leads to. */
static void (*do_floppy)(void);

static int fdc_busy;
static struct wait_queue *fdc_wait;

/* Result of an operation for the thread that waits: 0 while it lasts. */
static volatile int command_status;
static struct wait_queue *command_done;
#define COMMAND_OK	1
#define COMMAND_FAILED	2

/* The track buffer holds the sectors [buffer_min, buffer_max) of a drive. */
static char *floppy_track_buffer;
static int buffer_drive = -1;
static unsigned long buffer_min, buffer_max;

/* FDTRUST: requests' own memory is given to the channel unseen. */
static int trust_memory;

static int usage_count;			/* holders of the line, the channel
					   and the track buffer */
static struct floppy_stat floppy_stat;

/* Sizes in KiB, per minor. */
static int floppy_sizes[256];

static void floppy_ready(void);
static void redo_fd_request(void);
static void do_fd_request(void);

/* ---- Steps ---- */

static struct tq_struct floppy_tq;

/*
 *	Run a step soon.  In thread context nothing would start it before the
 *	next interrupt, so that is done here.
 */
static void
schedule_bh(void (*step)(void))
{
	floppy_tq.routine = (void (*)(void *)) step;
	floppy_tq.data = NULL;
	queue_task(&floppy_tq, &tq_immediate);
	mark_bh(IMMEDIATE_BH);
	if (intr_count == 0)
		do_bottom_half();
}

static struct timer_list fd_timeout;
static struct timer_list fd_spinup;

/*
 *	A command takes too long or is not taken at all: the controller is stuck,
 *	or its interrupt got lost.  Reset it and begin again.
 */
static void
floppy_shutdown(unsigned long data)
{
	do_floppy = NULL;
	(void) del_timer(&fd_timeout);
	floppy_stat.timeouts++;
	disable_dma(FLOPPY_DMA);
	printk(KERN_WARNING "floppy%d: timeout\n", raw_cmd.drive);
	fdc.reset = 1;
	if (cont != NULL)
		cont->error();
}

/*
 *	Expect an interrupt, which leads to a step, within the time limit.
 */
static void
expect(void (*step)(void))
{
	do_floppy = step;
	(void) del_timer(&fd_timeout);
	fd_timeout.function = floppy_shutdown;
	fd_timeout.expires = jiffies + FD_TIMEOUT;
	add_timer(&fd_timeout);
}

/* ---- The controller's registers ---- */

/*
 *	Wait until the controller wants a byte moved.  Returns the status, or -1
 *	when it does not want it in time.
 */
static int
wait_til_ready(void)
{
	int counter, status;

	for (counter = 0; counter < 10000; counter++) {
		status = inb_p(FD_STATUS);
		if (status & STATUS_READY)
			return status;
	}
	return -1;
}

/*
 *	Give the controller a byte.  Returns 0, or -1 after which it needs a
 *	reset.
 */
static int
output_byte(unsigned char byte)
{
	int status = wait_til_ready();

	if (status >= 0 && !(status & STATUS_DIR)) {
		outb(byte, FD_DATA);
		return 0;
	}
	fdc.reset = 1;
	return -1;
}

/*
 *	Give it a command of n bytes.
 */
static int
output_command(const unsigned char *cmd, int n)
{
	int i;

	for (i = 0; i < n; i++)
		if (output_byte(cmd[i]) < 0)
			return -1;
	return 0;
}

/*
 *	Collect the result bytes.  Returns how many there were.
 */
static int
result(void)
{
	int status, n = 0;

	while (n < (int) sizeof raw_cmd.reply) {
		status = wait_til_ready();
		if (status < 0) {
			fdc.reset = 1;
			break;
		}
		status &= STATUS_READY | STATUS_DIR | STATUS_BUSY;
		if (status != (STATUS_READY | STATUS_DIR | STATUS_BUSY))
			break;
		raw_cmd.reply[n++] = inb_p(FD_DATA);
	}
	raw_cmd.reply_count = n;
	return n;
}

/*
 *	Change bits of the digital output register.
 */
static void
set_dor(unsigned char clear, unsigned char set)
{
	fdc.dor = (fdc.dor & ~clear) | set;
	outb(fdc.dor, FD_DOR);
}

/*
 *	The interrupt.  A transfer has its results ready.  A seek or a reset has
 *	none; it is asked for with the sense interrupt command: once after a seek,
 *	once per drive after a reset, until there is nothing more.
 */
static void
floppy_interrupt(int irq, void *dev_id, struct pt_regs *regs)
{
	void (*step)(void) = do_floppy;
	unsigned char reply[2] = { 0, 0 };
	int n;

	do_floppy = NULL;
	floppy_stat.interrupts++;
	(void) del_timer(&fd_timeout);

	if (inb_p(FD_STATUS) & STATUS_BUSY)
		(void) result();
	else {
		for (n = 0; n < 4; n++) {
			if (output_byte(FD_SENSEI) < 0 || result() != 2)
				break;
			reply[0] = raw_cmd.reply[0];
			reply[1] = raw_cmd.reply[1];
		}
		/* What is kept is the last real answer. */
		memcpy(raw_cmd.reply, reply, sizeof reply);
		raw_cmd.reply_count = n > 0 ? 2 : 0;
	}
	if (step != NULL)
		schedule_bh(step);
	else
		printk(KERN_DEBUG "floppy: unexpected interrupt\n");
}

/* ---- Reset, motor, head ---- */

/*
 *	After a reset the controller knows nothing: not where the heads are, not
 *	its rates.
 */
static void
reset_interrupt(void)
{
	int i;

	for (i = 0; i < N_DRIVE; i++)
		drives[i].track = NEED_RECAL;
	fdc.rate = fdc.spec1 = -1;
	cont->redo();
}

/*
 *	Reset the controller by its output register.
 */
static void
reset_fdc(void)
{
	fdc.reset = 0;
	floppy_stat.resets++;
	expect(reset_interrupt);
	set_dor(DOR_RUN, 0);
	udelay(10);
	set_dor(0, DOR_RUN | DOR_DMA_IRQ);
}

/*
 *	Tell the controller the step rate and the data rate, if they have
 *	changed.
 */
static int
set_rates(struct floppy_struct *format)
{
	unsigned char specify[3];

	if (fdc.spec1 != format->spec1) {
		specify[0] = FD_SPECIFY;
		specify[1] = format->spec1;
		specify[2] = 0x02;	/* head load time; bit 0 clear: DMA */
		if (output_command(specify, 3) < 0)
			return -1;
		fdc.spec1 = format->spec1;
	}
	if (fdc.rate != format->rate) {
		outb_p(format->rate, FD_DCR);
		fdc.rate = format->rate;
	}
	return 0;
}

/*
 *	The motor has run for long enough without work.
 */
static void
motor_off_callback(unsigned long drive)
{
	set_dor(DOR_MOTOR(drive), 0);
}

/*
 *	Stop the motor in a while.
 */
static void
floppy_off(int drive)
{
	struct timer_list *timer = &drives[drive].motor_off;

	(void) del_timer(timer);
	timer->function = motor_off_callback;
	timer->data = drive;
	timer->expires = jiffies + MOTOR_OFF_DELAY;
	add_timer(timer);
}

/*
 *	The motor is up.
 */
static void
spinup_callback(unsigned long data)
{
	floppy_ready();
}

/*
 *	Select the drive and see that its motor is up.  Returns 1 if it is; if not,
 *	floppy_ready will be called again.
 */
static int
start_motor(void)
{
	unsigned char motor = DOR_MOTOR(raw_cmd.drive);
	unsigned long up;

	(void) del_timer(&DRIVE.motor_off);
	if (!(fdc.dor & motor)) {
		DRIVE.motor_date = jiffies;
		set_dor(3, motor | raw_cmd.drive);
	} else if ((fdc.dor & 3) != raw_cmd.drive)
		set_dor(3, raw_cmd.drive);

	up = DRIVE.motor_date + DRIVE.params->spinup;
	if ((long) (jiffies - up) >= 0)
		return 1;
	(void) del_timer(&fd_spinup);
	fd_spinup.function = spinup_callback;
	fd_spinup.expires = up;
	add_timer(&fd_spinup);
	return 0;
}

/*
 *	Forget the track buffer if it is about a drive.
 */
static void
drop_buffer(int drive)
{
	if (buffer_drive == drive)
		buffer_drive = -1;
}

/*
 *	The head has arrived at cylinder 0, or the controller gave up stepping it
 *	there.
 */
static void
recal_interrupt(void)
{
	unsigned char *reply = raw_cmd.reply;

	if (raw_cmd.reply_count != 2 || !(reply[0] & ST0_SE)) {
		fdc.reset = 1;
		cont->error();
		return;
	}
	/* Older controllers stop after 77 steps, short of the mark; then the
	   next one finds it. */
	DRIVE.track = (reply[0] & ST0_ECE) ? NEED_RECAL : 0;
	if (reply[0] & ST0_ECE) {
		cont->error();
		return;
	}
	floppy_ready();
}

/*
 *	Send the head to cylinder 0, which the drive has a sensor for.
 */
static void
recalibrate_floppy(void)
{
	unsigned char cmd[2] = { FD_RECALIBRATE, raw_cmd.drive };

	floppy_stat.recalibrations++;
	expect(recal_interrupt);
	if (output_command(cmd, 2) < 0)
		floppy_shutdown(0);
}

/*
 *	A seek is over.  While the disk-change line is being cleared a failure is
 *	not an error: without a disk some drives do not move.
 */
static void
seek_interrupt(void)
{
	if (raw_cmd.reply_count != 2
	    || (raw_cmd.reply[0] & (ST0_INTR | ST0_SE)) != ST0_SE) {
		DRIVE.track = NEED_RECAL;
		if (DRIVE.clear_step == 0) {
			cont->error();
			return;
		}
	} else
		DRIVE.track = raw_cmd.reply[1];
	floppy_ready();
}

/*
 *	Move the head to a cylinder.
 */
static void
seek_floppy(int track)
{
	unsigned char cmd[3] = { FD_SEEK, raw_cmd.drive, track };

	floppy_stat.seeks++;
	expect(seek_interrupt);
	if (output_command(cmd, 3) < 0)
		floppy_shutdown(0);
}

/*
 *	The disk-change line is on: the disk has been taken out since the line
 *	was last cleared, which a step of the head does if there is a disk.  So:
 *	go to cylinder 0, go to cylinder 1, look again.  Returns 1 when the line
 *	is off or it is clear that there is no disk, 0 if a step was started.
 */
static int
clear_disk_change(void)
{
	int changed = inb(FD_DIR) & DIR_CHANGED;

	if (!changed) {
		DRIVE.no_disk = 0;
		DRIVE.clear_step = 0;
		return 1;
	}
	switch (DRIVE.clear_step) {
	case 0:
		drop_buffer(raw_cmd.drive);
		DRIVE.changed = 1;
		DRIVE.clear_step = 1;
		recalibrate_floppy();
		return 0;
	case 1:
		DRIVE.clear_step = 2;
		seek_floppy(1);
		return 0;
	default:
		DRIVE.no_disk = 1;
		DRIVE.clear_step = 0;
		return 1;
	}
}

/* ---- The transfer ---- */

/*
 *	Is the disk write protected?  This command answers at once.
 */
static void
sense_write_protect(void)
{
	unsigned char cmd[2] = { FD_SENSED, raw_cmd.drive };

	if (output_command(cmd, 2) == 0 && result() == 1)
		DRIVE.write_protected = (raw_cmd.reply[0] & ST3_WP) != 0;
}

/*
 *	A transfer is over.  All of its seven result bytes are there; the first
 *	two tell what happened.
 */
static void
rw_interrupt(void)
{
	if (raw_cmd.reply_count != 7) {
		fdc.reset = 1;
		cont->error();
		return;
	}
	if ((raw_cmd.reply[0] & ST0_INTR) == 0) {
		cont->done(1);
		return;
	}
	if (raw_cmd.reply[1] & ST1_WP) {
		/* Trying again would not help. */
		DRIVE.write_protected = 1;
		cont->done(0);
		return;
	}
	cont->error();
}

/*
 *	Program the DMA channel and give the command.
 */
static void
setup_rw_floppy(void)
{
	if (dma_setup(FLOPPY_DMA, (raw_cmd.flags & FD_READ_DATA)
				  ? DMA_MODE_READ : DMA_MODE_WRITE,
		      raw_cmd.data, raw_cmd.length) != 0) {
		/* The next try would be refused as well. */
		cont->done(0);
		return;
	}

	if (raw_cmd.direct)
		floppy_stat.direct_transfers++;
	else
		floppy_stat.bounced_transfers++;
	expect(rw_interrupt);
	if (output_command(raw_cmd.cmd, sizeof raw_cmd.cmd) < 0)
		floppy_shutdown(0);
}

/*
 *	Start the next thing that raw_cmd needs.
 */
static void
floppy_ready(void)
{
	if (fdc.reset) {
		reset_fdc();
		return;
	}
	if (!start_motor())
		return;
	if (raw_cmd.format != NULL && set_rates(raw_cmd.format) < 0) {
		floppy_shutdown(0);
		return;
	}
	if (!clear_disk_change())
		return;
	if (DRIVE.no_disk) {
		cont->done(0);
		return;
	}
	if (DRIVE.track == NEED_RECAL) {
		recalibrate_floppy();
		return;
	}
	if (raw_cmd.track != ANY_TRACK && raw_cmd.track != DRIVE.track) {
		seek_floppy(raw_cmd.track);
		return;
	}
	if (raw_cmd.flags & (FD_READ_DATA | FD_WRITE_DATA))
		setup_rw_floppy();
	else {
		sense_write_protect();
		cont->done(1);
	}
}

/* ---- Operations of threads ---- */

/*
 *	Get the controller for an operation that is not a request.
 */
static void
lock_fdc(void)
{
	unsigned long flags;

	save_flags(flags);
	cli();
	while (set_bit(0, &fdc_busy)) {
		sleep_on(&fdc_wait);
		cli();
	}
	restore_flags(flags);
}

/*
 *	The operation is over; requests may have come in meanwhile.
 */
static void
unlock_fdc(void)
{
	(void) del_timer(&fd_timeout);
	do_floppy = NULL;
	cont = NULL;
	floppy_off(raw_cmd.drive);
	clear_bit(0, &fdc_busy);
	wake_up(&fdc_wait);
	if (HAVE_REQUEST)
		do_fd_request();
}

/*
 *	Tell the thread in wait_til_done how its operation ended.
 */
static void
command_finished(int ok)
{
	command_status = ok ? COMMAND_OK : COMMAND_FAILED;
	wake_up(&command_done);
}

/*
 *	The reset was all that was asked for.
 */
static void
command_reset_done(void)
{
	command_finished(1);
}

static int command_errors;

/*
 *	A step failed.  One reset may help.
 */
static void
command_error(void)
{
	if (++command_errors > 1) {
		command_finished(0);
		return;
	}
	fdc.reset = 1;
	schedule_bh(floppy_ready);
}

/*
 *	A controller that does not answer to a reset will not answer to another.
 */
static void
command_reset_error(void)
{
	command_finished(0);
}

static const struct cont_t poll_cont = {
	floppy_ready,
	command_error,
	command_finished,
};

static const struct cont_t reset_cont = {
	command_reset_done,
	command_reset_error,
	command_finished,
};

/*
 *	Run an operation and wait for its end.  fdc_busy is held.  Returns 0 or
 *	a negative error.
 */
static int
wait_til_done(const struct cont_t *c, void (*step)(void))
{
	unsigned long flags;

	cont = c;
	command_status = 0;
	command_errors = 0;
	schedule_bh(step);

	save_flags(flags);
	cli();
	while (command_status == 0) {
		sleep_on(&command_done);
		cli();
	}
	restore_flags(flags);
	return command_status == COMMAND_OK ? 0 : -EIO;
}

/*
 *	Look at a drive: is there a disk, is it a new one, may it be written?
 */
static int
poll_drive(int drive)
{
	int err;

	lock_fdc();
	raw_cmd.flags = 0;
	raw_cmd.drive = drive;
	raw_cmd.track = ANY_TRACK;
	raw_cmd.format = &floppy_type[drives[drive].params->autodetect[0]];
	err = wait_til_done(&poll_cont, floppy_ready);
	unlock_fdc();
	return err;
}

/*
 *	Reset the controller and wait for it to answer.
 */
static int
user_reset_fdc(void)
{
	int err;

	lock_fdc();
	raw_cmd.drive = 0;
	err = wait_til_done(&reset_cont, reset_fdc);
	unlock_fdc();
	return err;
}

/* ---- Requests ---- */

/*
 *	The current request, or its first buffer, is done.
 */
static void
request_done(int ok)
{
	if (!ok)
		end_request(0);
	else
		blk_end_sectors(&blk_dev[MAJOR_NR], raw_cmd.length >> 9);
}

/*
 *	Copy sectors between the request's buffers and the track buffer.
 */
static void
copy_buffer(struct request *req, char *track, unsigned long sectors,
	    int to_request)
{
	struct buffer_head *bh = req->bh;
	char *data = req->buffer;
	unsigned long n = req->current_nr_sectors;

	for (;;) {
		if (n > sectors)
			n = sectors;
		if (to_request)
			memcpy(data, track, n << 9);
		else
			memcpy(track, data, n << 9);
		track += n << 9;
		sectors -= n;
		if (sectors == 0)
			return;
		bh = bh->b_reqnext;
		assert(bh != NULL);
		data = bh->b_data;
		n = bh->b_size >> 9;
	}
}

/*
 *	How many of the request's sectors, at most max, lie one behind the other
 *	in memory that DMA can use?
 */
static unsigned long
direct_sectors(struct request *req, unsigned long max)
{
	struct buffer_head *bh;
	unsigned long addr, n = req->current_nr_sectors;

	for (bh = req->bh->b_reqnext; bh != NULL; bh = bh->b_reqnext) {
		if (bh->b_data != req->buffer + (n << 9))
			break;
		n += bh->b_size >> 9;
	}
	if (n > max)
		n = max;
	addr = virt_to_bus(req->buffer);
	if (trust_memory)
		return n;
	if (!DMA_REACHES(addr, n << 9) || DMA_CROSSES_64KB(addr, n << 9))
		return 0;
	return n;
}

/*
 *	Serve what the track buffer already has.  Returns the sectors served.
 */
static unsigned long
serve_from_buffer(struct request *req)
{
	unsigned long n;

	if (req->cmd != READ || buffer_drive != (int) UNIT(req->rq_dev)
	    || req->sector < buffer_min || req->sector >= buffer_max)
		return 0;
	n = buffer_max - req->sector;
	if (n > req->nr_sectors)
		n = req->nr_sectors;
	copy_buffer(req, floppy_track_buffer
			 + ((req->sector - buffer_min) << 9), n, 1);
	floppy_stat.cache_hits++;
	return n;
}

/*
 *	Choose the memory and the length of the transfer: direct, or by way of
 *	the track buffer.  max is what one command can do.
 */
static void
choose_memory(struct request *req, unsigned long max)
{
	unsigned long n;

	n = direct_sectors(req, max);
	raw_cmd.direct = n != 0;
	if (raw_cmd.direct) {
		raw_cmd.data = req->buffer;
		/* Do not let the track buffer keep what is overwritten. */
		if (req->cmd == WRITE)
			drop_buffer(raw_cmd.drive);
	} else {
		buffer_drive = -1;
		raw_cmd.data = floppy_track_buffer;
		n = max;
		if (req->cmd == WRITE && n > req->nr_sectors)
			n = req->nr_sectors;
		if (n > TRACK_BUFFER_SECTORS)
			n = TRACK_BUFFER_SECTORS;
		if (req->cmd == WRITE)
			copy_buffer(req, floppy_track_buffer, n, 0);
	}
	raw_cmd.length = n << 9;
}

/*
 *	Translate the current request into a command.  A command with the
 *	multi-track bit goes on from head 0 to head 1, so it reaches to the end of
 *	the cylinder.
 */
static void
make_rw_command(struct request *req, struct floppy_struct *f)
{
	unsigned long per_cylinder = f->sect * f->head;
	unsigned long cylinder = req->sector / per_cylinder;
	unsigned long rest = req->sector % per_cylinder;
	unsigned long head = rest / f->sect;
	unsigned char *cmd = raw_cmd.cmd;

	choose_memory(req, per_cylinder - rest);
	raw_cmd.format = f;
	raw_cmd.track = cylinder;
	raw_cmd.flags = req->cmd == READ ? FD_READ_DATA : FD_WRITE_DATA;

	*cmd++ = req->cmd == READ ? FD_READ : FD_WRITE;
	*cmd++ = head << 2 | raw_cmd.drive;
	*cmd++ = cylinder;
	*cmd++ = head;
	*cmd++ = rest % f->sect + 1;
	*cmd++ = FD_SECTOR_SIZE_CODE;
	*cmd++ = f->sect;
	*cmd++ = f->gap;
	*cmd = FD_DATA_LENGTH;
}

/*
 *	The format of the request's disk, or null.
 */
static struct floppy_struct *
request_format(struct request *req)
{
	int unit = UNIT(req->rq_dev), format = FORMAT(req->rq_dev);

	if (unit >= N_DRIVE || drives[unit].params == NULL)
		return NULL;
	if (format == FMT_AUTO)
		format = drives[unit].format;
	return format == FMT_AUTO || format >= NR_FORMATS
	       ? NULL : &floppy_type[format];
}

/*
 *	A transfer is over.
 */
static void
rw_done(int ok)
{
	struct request *req = CURRENT;

	if (ok && !raw_cmd.direct) {
		/* The track buffer now is what the disk is. */
		buffer_drive = raw_cmd.drive;
		buffer_min = req->sector;
		buffer_max = req->sector + (raw_cmd.length >> 9);
		if (req->cmd == READ) {
			if (raw_cmd.length >> 9 > req->nr_sectors)
				raw_cmd.length = req->nr_sectors << 9;
			copy_buffer(req, floppy_track_buffer,
				    raw_cmd.length >> 9, 1);
		}
	}
	request_done(ok);
	redo_fd_request();
}

/*
 *	A transfer failed: try other things each time.
 */
static void
bad_flp_intr(void)
{
	int errors = ++CURRENT->errors;

	if (errors > ERRORS_ABORT) {
		rw_done(0);
		return;
	}
	if (errors == ERRORS_RECALIBRATE)
		DRIVE.track = NEED_RECAL;
	if (errors == ERRORS_RESET)
		fdc.reset = 1;
	schedule_bh(redo_fd_request);
}

static const struct cont_t rw_cont = {
	redo_fd_request,
	bad_flp_intr,
	rw_done,
};

/*
 *	Begin with the request at the head of the queue.  What needs no transfer
 *	is done here, as long as there is any.
 */
static void
redo_fd_request(void)
{
	struct floppy_struct *f;
	struct request *req;
	unsigned long n;

	for (;;) {
		if (!HAVE_REQUEST) {
			unlock_fdc();
			return;
		}
		INIT_REQUEST;
		req = CURRENT;
		f = request_format(req);
		if (f == NULL || req->sector >= f->size) {
			request_done(0);
			continue;
		}
		raw_cmd.drive = UNIT(req->rq_dev);
		n = serve_from_buffer(req);
		if (n == 0)
			break;
		blk_end_sectors(&blk_dev[MAJOR_NR], n);
	}
	make_rw_command(req, f);
	floppy_ready();
}

/*
 *	The block layer has put a request on an empty queue.
 */
static void
do_fd_request(void)
{
	if (usage_count == 0) {
		printk(KERN_WARNING "floppy: request while not open\n");
		while (HAVE_REQUEST)
			end_request(0);
		return;
	}
	if (set_bit(0, &fdc_busy))
		return;			/* it is seen after this operation */
	cont = &rw_cont;
	schedule_bh(redo_fd_request);
}

/* ---- Opening and closing ---- */

/*
 *	Get the interrupt line, the DMA channel and the track buffer, unless they
 *	are ours.
 */
static int
floppy_grab_irq_and_dma(void)
{
	if (usage_count++ > 0)
		return 0;
	floppy_track_buffer =
		(char *) __get_dma_pages(GFP_KERNEL, TRACK_BUFFER_ORDER);
	if (floppy_track_buffer == NULL)
		goto no_memory;
	if (request_irq(FLOPPY_IRQ, floppy_interrupt, SA_INTERRUPT, "floppy",
			NULL) != 0) {
		printk(KERN_ERR "floppy: cannot get IRQ %d\n", FLOPPY_IRQ);
		goto no_irq;
	}
	if (request_dma(FLOPPY_DMA, "floppy") != 0) {
		printk(KERN_ERR "floppy: cannot get DMA %d\n", FLOPPY_DMA);
		goto no_dma;
	}
	buffer_drive = -1;
	return 0;

no_dma:
	free_irq(FLOPPY_IRQ, NULL);
no_irq:
	free_pages((unsigned long) floppy_track_buffer, TRACK_BUFFER_ORDER);
no_memory:
	usage_count--;
	return -EBUSY;
}

/*
 *	Give back what floppy_grab_irq_and_dma got, when the last holder does.
 */
static void
floppy_release_irq_and_dma(void)
{
	if (--usage_count > 0)
		return;
	disable_dma(FLOPPY_DMA);
	free_dma(FLOPPY_DMA);
	free_irq(FLOPPY_IRQ, NULL);
	free_pages((unsigned long) floppy_track_buffer, TRACK_BUFFER_ORDER);
	floppy_track_buffer = NULL;
	buffer_drive = -1;
}

/*
 *	Has the disk been changed since it was last looked at?
 */
static int
floppy_check_change(kdev_t dev)
{
	struct floppy_drive *d = &drives[UNIT(dev)];

	(void) poll_drive(UNIT(dev));
	return d->changed || d->format == FMT_AUTO;
}

/*
 *	Find out the format of a new disk: the first of those that the drive
 *	knows in which a sector can be read.
 */
static int
floppy_revalidate(kdev_t dev)
{
	struct floppy_drive *d = &drives[UNIT(dev)];
	kdev_t auto_dev = MKDEV(MAJOR_NR, UNIT(dev));
	struct buffer_head *bh;
	int i;

	d->changed = 0;
	d->format = FMT_AUTO;
	if (d->no_disk)
		return -ENXIO;
	for (i = 0; i < 3 && d->params->autodetect[i] != FMT_AUTO; i++) {
		d->format = d->params->autodetect[i];
		floppy_sizes[MINOR(auto_dev)] =
			floppy_type[d->format].size / 2;
		bh = bread(auto_dev, 0, 512);
		if (bh != NULL) {
			brelse(bh);
			printk(KERN_INFO "floppy%d: disk of format %s\n",
			       UNIT(dev), floppy_type[d->format].name);
			return 0;
		}
	}
	d->format = FMT_AUTO;
	return -EIO;
}

/*
 *	Open a drive.  This polls it, so that a new disk is noticed here and not in
 *	the middle of a transfer; the first open after a change finds the format.
 */
static int
floppy_open(struct inode *inode, struct file *file)
{
	int unit = UNIT(inode->i_rdev), format = FORMAT(inode->i_rdev), err;
	struct floppy_drive *d = &drives[unit];

	if (unit >= N_DRIVE || d->params == NULL || format >= NR_FORMATS)
		return -ENXIO;
	err = floppy_grab_irq_and_dma();
	if (err != 0)
		return err;
	(void) check_disk_change(inode->i_rdev);
	if (d->no_disk || (format == FMT_AUTO && d->format == FMT_AUTO))
		err = -ENXIO;
	else if ((file->f_mode & FMODE_WRITE) && d->write_protected)
		err = -EROFS;
	if (err != 0) {
		floppy_release_irq_and_dma();
		return err;
	}
	d->open_count++;
	return 0;
}

/*
 *	Close a drive.  The motor goes off by its own timer.
 */
static void
floppy_release(struct inode *inode, struct file *file)
{
	drives[UNIT(inode->i_rdev)].open_count--;
	floppy_release_irq_and_dma();
}

/*
 *	The driver's own operations, listed in linux/fd.h.
 */
static int
fd_ioctl(struct inode *inode, struct file *file, unsigned int cmd,
	 unsigned long arg)
{
	int unit = UNIT(inode->i_rdev), format = FORMAT(inode->i_rdev);

	switch (cmd) {
	case FDGETPRM:
		if (format == FMT_AUTO)
			format = drives[unit].format;
		memcpy_tofs((void *) arg, &floppy_type[format],
			    sizeof(struct floppy_struct));
		return 0;
	case FDFLUSH:
		lock_fdc();
		drop_buffer(unit);
		unlock_fdc();
		return 0;
	case FDRESET:
		return user_reset_fdc();
	case FDGETSTAT:
		memcpy_tofs((void *) arg, &floppy_stat, sizeof floppy_stat);
		return 0;
	case FDTRUST:
		trust_memory = arg != 0;
		return 0;
	default:
		return -EINVAL;
	}
}

static struct file_operations floppy_fops = {
	NULL,				/* lseek */
	block_read,
	block_write,
	NULL,				/* readdir */
	NULL,				/* select */
	fd_ioctl,
	NULL,				/* mmap */
	floppy_open,
	floppy_release,
	block_fsync,
	NULL,				/* fasync */
	floppy_check_change,
	floppy_revalidate,
};

/* ---- Start-up ---- */

/* The drives' types, in byte 0x10 of the CMOS memory. */
#define CMOS_INDEX	0x70
#define CMOS_DATA	0x71
#define CMOS_FLOPPY	0x10

/*
 *	Find out which drives there are.  Returns how many.
 */
static int
config_types(void)
{
	unsigned char cmos, type;
	int drive, found = 0;

	outb_p(CMOS_FLOPPY, CMOS_INDEX);
	cmos = inb_p(CMOS_DATA);
	for (drive = 0; drive < N_DRIVE; drive++) {
		type = drive == 0 ? cmos >> 4 : cmos & 15;
		init_timer(&drives[drive].motor_off);
		drives[drive].track = NEED_RECAL;
		if (type == 0 || type >= NR_DRIVE_TYPES)
			continue;
		drives[drive].params = &drive_types[type];
		drives[drive].changed = 1;
		printk(KERN_INFO "floppy%d: drive of %s\n", drive,
		       drive_types[type].name);
		found++;
	}
	return found;
}

/*
 *	Is there a controller that answers?
 */
static int
find_controller(void)
{
	if (inb(FD_STATUS) == 0xff || user_reset_fdc() != 0)
		return 0;
	if (output_byte(FD_VERSION) < 0 || result() != 1)
		return 0;
	fdc.version = raw_cmd.reply[0];
	printk(KERN_INFO "floppy: controller at 0x%x is %s\n", FD_BASE,
	       fdc.version == FDC_82077 ? "an 82077" : "an 8272A");
	return 1;
}

/*
 *	Called once at start-up.
 */
int
floppy_init(void)
{
	int minor;

	init_timer(&fd_timeout);
	init_timer(&fd_spinup);
	fdc.dor = DOR_RUN | DOR_DMA_IRQ;

	if (config_types() == 0)
		return -ENODEV;
	if (check_region(FD_BASE + 2, 4) != 0)
		return -EBUSY;
	for (minor = 0; minor < 256; minor++)
		if (minor >> 2 < NR_FORMATS)
			floppy_sizes[minor] = floppy_type[minor >> 2].size / 2;
	blk_size[MAJOR_NR] = floppy_sizes;
	blk_dev[MAJOR_NR].request_fn = do_fd_request;

	if (floppy_grab_irq_and_dma() != 0)
		goto out;
	if (find_controller()) {
		floppy_release_irq_and_dma();
		/* 0x3f6 is the disk controller's, 0x3f7 is shared with it. */
		request_region(FD_BASE + 2, 4, "floppy");
		return register_blkdev(MAJOR_NR, "fd", &floppy_fops);
	}
	printk(KERN_INFO "floppy: no controller\n");
	floppy_release_irq_and_dma();
out:
	blk_dev[MAJOR_NR].request_fn = NULL;
	blk_size[MAJOR_NR] = NULL;
	return -ENODEV;
}
