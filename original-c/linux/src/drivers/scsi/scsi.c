/*
 *	scsi.c: SCSI commands between the drivers of disks and those of hosts.
 *
 *	A command is given to its host's driver when that has room for it, waits
 *	for its end by interrupt, is asked why it failed (REQUEST SENSE), tried
 *	again where that helps, and looked after by a timer: the driver is asked
 *	to abort it, then to reset, and if nothing helps it ends without it.
 *
 *	Lists are protected by turning interrupts off.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/malloc.h>
#include <linux/mm.h>
#include <asm/system.h>
#include "scsi.h"
#include "hosts.h"
#include "sd.h"

#define SENSE_TIMEOUT	(10 * HZ)
#define ABORT_TIMEOUT	(5 * HZ)
#define SCAN_TIMEOUT	(5 * HZ)
#define SCAN_RETRIES	3
#define INQUIRY_LENGTH	36

/* Commands of the groups 0 to 7 (SCSI-2, 7.2.1); 3 and 4 are reserved. */
const unsigned char scsi_command_size[8] = { 6, 10, 10, 12, 12, 12, 10, 10 };

struct Scsi_Host *scsi_hostlist;
struct scsi_stat scsi_stat;

static Scsi_Device *scsi_devices;
static unsigned long next_serial;
static struct wait_queue *scsi_wait;

/* The drivers that there are; more can be added at the end. */
static Scsi_Host_Template *const scsi_templates[] = {
	&am53c974_template,
};

#define TEMPLATES	(sizeof scsi_templates / sizeof scsi_templates[0])

static void scsi_done(Scsi_Cmnd *cmd);
static void give_to_host(Scsi_Cmnd *cmd);

/* ---- Hosts ---- */

struct Scsi_Host *
scsi_register(Scsi_Host_Template *t, int bytes)
{
	static unsigned short next_no;
	struct Scsi_Host *host, **p;
	unsigned int size = sizeof *host + bytes;

	host = (struct Scsi_Host *) kmalloc(size, GFP_KERNEL);
	if (host == NULL)
		return NULL;
	memset(host, 0, size);
	host->host_no = next_no++;
	host->hostt = t;
	host->extra_bytes = bytes;
	host->max_id = 8;
	host->max_lun = 8;
	host->this_id = t->this_id;
	host->can_queue = t->can_queue > 0 ? t->can_queue : 1;
	host->cmd_per_lun = t->cmd_per_lun;
	host->sg_tablesize = t->sg_tablesize;
	host->unchecked_isa_dma = t->unchecked_isa_dma;
	for (p = &scsi_hostlist; *p != NULL; p = &(*p)->next)
		continue;
	*p = host;
	return host;
}

void
scsi_unregister(struct Scsi_Host *host)
{
	struct Scsi_Host **p = &scsi_hostlist;

	while (*p != NULL && *p != host)
		p = &(*p)->next;
	if (*p == NULL) {
		printk(KERN_ERR "scsi_unregister: no such host\n");
		return;
	}
	*p = host->next;
	kfree(host);
}

/*
 *	A driver has reset its host.  Commands that are lost by it end by it.
 */
void
scsi_mark_host_reset(struct Scsi_Host *host)
{
	host->last_reset = jiffies;
}

/*
 *	Memory that DMA reaches.
 */
void *
scsi_malloc(unsigned int len)
{
	if (len == 0 || (len & 511) != 0 || len > 4096)
		return NULL;
	return kmalloc(len, GFP_ATOMIC | GFP_DMA);
}

int
scsi_free(void *ptr, unsigned int len)
{
	kfree(ptr);
	return 0;
}

/* ---- Timers ---- */

static void
end_with(Scsi_Cmnd *cmd, int host_code)
{
	cmd->result = host_code << 16;
	scsi_done(cmd);
}

/*
 *	A command's time is over.  First an abort, then a reset; when that time is
 *	over as well, it ends without its driver.
 */
static void
scsi_times_out(unsigned long data)
{
	Scsi_Cmnd *cmd = (Scsi_Cmnd *) data;
	int answer;

	scsi_stat.timeouts++;
	cmd->serial_number_at_timeout = cmd->serial_number;
	if (!(cmd->internal_timeout & (IN_ABORT | IN_RESET))) {
		cmd->internal_timeout |= IN_ABORT;
		scsi_stat.aborts++;
		cmd->timer.expires = jiffies + ABORT_TIMEOUT;
		add_timer(&cmd->timer);
		answer = cmd->host->hostt->abort == NULL
			 ? SCSI_ABORT_ERROR : cmd->host->hostt->abort(cmd);
		if (answer == SCSI_ABORT_SUCCESS
		    || answer == SCSI_ABORT_PENDING
		    || answer == SCSI_ABORT_SNOOZE)
			return;
		(void) del_timer(&cmd->timer);
	}
	if (!(cmd->internal_timeout & IN_RESET)) {
		cmd->internal_timeout |= IN_RESET;
		scsi_stat.resets++;
		cmd->timer.expires = jiffies + ABORT_TIMEOUT;
		add_timer(&cmd->timer);
		answer = cmd->host->hostt->reset == NULL
			 ? SCSI_RESET_PUNT
			 : cmd->host->hostt->reset(cmd,
						   SCSI_RESET_ASYNCHRONOUS);
		if (answer == SCSI_RESET_SUCCESS
		    || answer == SCSI_RESET_PENDING)
			return;
		(void) del_timer(&cmd->timer);
	}
	printk(KERN_ERR "scsi%u: target %u answers no more\n",
	       cmd->host->host_no, cmd->target);
	end_with(cmd, DID_TIME_OUT);
}

static void
start_timer(Scsi_Cmnd *cmd, int ticks)
{
	(void) del_timer(&cmd->timer);
	cmd->timer.function = scsi_times_out;
	cmd->timer.data = (unsigned long) cmd;
	cmd->timer.expires = jiffies + ticks;
	add_timer(&cmd->timer);
}

/* ---- Sending ---- */

/*
 *	Give a command to its host's driver, or let it wait until that has room.
 */
static void
give_to_host(Scsi_Cmnd *cmd)
{
	struct Scsi_Host *host = cmd->host;
	Scsi_Cmnd **p;
	unsigned long flags;

	save_flags(flags);
	cli();
	if (host->host_busy >= host->can_queue) {
		cmd->next = NULL;
		for (p = &host->waiting; *p != NULL; p = &(*p)->next)
			continue;
		*p = cmd;
		restore_flags(flags);
		return;
	}
	host->host_busy++;
	cmd->serial_number = ++next_serial;
	cmd->serial_number_at_timeout = 0;
	restore_flags(flags);
	start_timer(cmd, cmd->internal_timeout & IN_SENSE
			 ? SENSE_TIMEOUT : cmd->timeout_per_command);
	(void) host->hostt->queuecommand(cmd, scsi_done);
}

/*
 *	A driver has room again.
 */
static void
next_to_host(struct Scsi_Host *host)
{
	Scsi_Cmnd *cmd;
	unsigned long flags;

	save_flags(flags);
	cli();
	host->host_busy--;
	cmd = host->waiting;
	if (cmd != NULL)
		host->waiting = cmd->next;
	restore_flags(flags);
	if (cmd != NULL)
		give_to_host(cmd);
}

/*
 *	Put a command into the form in which it was asked for, and send it.
 */
static void
send(Scsi_Cmnd *cmd)
{
	memcpy(cmd->cmnd, cmd->data_cmnd, sizeof cmd->cmnd);
	cmd->cmd_len = cmd->saved_cmd_len;
	cmd->use_sg = cmd->saved_use_sg;
	cmd->request_buffer = cmd->buffer;
	cmd->request_bufflen = cmd->bufflen;
	cmd->internal_timeout = NORMAL_TIMEOUT;
	cmd->result = 0;
	memset(&cmd->SCp, 0, sizeof cmd->SCp);
	give_to_host(cmd);
}

void
scsi_do_cmd(Scsi_Cmnd *cmd, const void *cmnd, void *buffer,
	    unsigned int bufflen, void (*done)(Scsi_Cmnd *), int timeout,
	    int retries)
{
	scsi_stat.commands++;
	cmd->host = cmd->device->host;
	cmd->target = cmd->device->id;
	cmd->lun = cmd->device->lun;
	cmd->channel = cmd->device->channel;
	memcpy(cmd->data_cmnd, cmnd, sizeof cmd->data_cmnd);
	cmd->saved_cmd_len = COMMAND_SIZE(cmd->data_cmnd[0]);
	cmd->saved_use_sg = cmd->use_sg;
	cmd->buffer = buffer;
	cmd->bufflen = bufflen;
	cmd->done = done;
	cmd->scsi_done = scsi_done;
	cmd->timeout_per_command = timeout;
	cmd->retries = 0;
	cmd->allowed = retries;
	memset(cmd->sense_buffer, 0, sizeof cmd->sense_buffer);
	send(cmd);
}

/* ---- Back ---- */

/*
 *	Ask a device why its command has failed.
 */
static void
request_sense(Scsi_Cmnd *cmd)
{
	static const unsigned char command[12] = {
		REQUEST_SENSE, 0, 0, 0, sizeof cmd->sense_buffer, 0
	};

	scsi_stat.senses++;
	memcpy(cmd->cmnd, command, sizeof command);
	cmd->cmnd[1] = cmd->lun << 5;
	cmd->cmd_len = 6;
	cmd->use_sg = 0;
	cmd->request_buffer = cmd->sense_buffer;
	cmd->request_bufflen = sizeof cmd->sense_buffer;
	cmd->internal_timeout |= IN_SENSE;
	cmd->result = 0;
	memset(&cmd->SCp, 0, sizeof cmd->SCp);
	give_to_host(cmd);
}

enum verdict { FINISHED, AGAIN, FAILED };

/*
 *	What the device has said.  Not ready and unit attention go away.
 */
static enum verdict
judge_sense(Scsi_Cmnd *cmd)
{
	cmd->result |= DRIVER_SENSE << 24 | CHECK_CONDITION << 1;
	switch (cmd->sense_buffer[2] & 0x0f) {
	case NO_SENSE:
	case RECOVERED_ERROR:
		cmd->result = 0;
		return FINISHED;
	case NOT_READY:
	case UNIT_ATTENTION:
	case ABORTED_COMMAND:
		return AGAIN;
	default:
		return FAILED;
	}
}

static enum verdict
judge(Scsi_Cmnd *cmd)
{
	switch (host_byte(cmd->result)) {
	case DID_OK:
		break;
	case DID_NO_CONNECT:
	case DID_BAD_TARGET:
	case DID_ABORT:
		return FAILED;
	default:
		return AGAIN;
	}
	if (cmd->internal_timeout & IN_SENSE)
		return judge_sense(cmd);
	if (status_byte(cmd->result) == GOOD)
		return FINISHED;
	return AGAIN;
}

/*
 *	The driver is done with a command.  Any context.
 */
static void
scsi_done(Scsi_Cmnd *cmd)
{
	struct Scsi_Host *host = cmd->host;
	enum verdict verdict;

	(void) del_timer(&cmd->timer);
	if (host_byte(cmd->result) == DID_OK
	    && status_byte(cmd->result) == CHECK_CONDITION
	    && !(cmd->internal_timeout & IN_SENSE)) {
		host->host_busy--;
		request_sense(cmd);
		return;
	}
	verdict = judge(cmd);
	if (verdict == AGAIN && cmd->retries < cmd->allowed) {
		cmd->retries++;
		scsi_stat.retries++;
		host->host_busy--;
		send(cmd);
		return;
	}
	next_to_host(host);
	cmd->done(cmd);
}

static void
wake_waiter(Scsi_Cmnd *cmd)
{
	cmd->host_scribble = (unsigned char *) cmd;
	wake_up(&scsi_wait);
}

int
scsi_wait_cmd(Scsi_Cmnd *cmd, const void *cmnd, void *buffer,
	      unsigned int bufflen, int timeout, int retries)
{
	unsigned long flags;

	cmd->use_sg = 0;
	cmd->host_scribble = NULL;
	scsi_do_cmd(cmd, cmnd, buffer, bufflen, wake_waiter, timeout, retries);
	save_flags(flags);
	cli();
	while (cmd->host_scribble != (unsigned char *) cmd) {
		sleep_on(&scsi_wait);
		cli();
	}
	restore_flags(flags);
	return cmd->result;
}

/* ---- Messages ---- */

void
print_command(unsigned char *command)
{
	int n;

	for (n = 0; n < COMMAND_SIZE(command[0]); n++)
		printk("%02x ", command[n]);
	printk("\n");
}

void
print_sense(const char *name, Scsi_Cmnd *cmd)
{
	printk(KERN_ERR "%s: sense key %x, code %02x %02x, after ", name,
	       cmd->sense_buffer[2] & 0x0f, cmd->sense_buffer[12],
	       cmd->sense_buffer[13]);
	print_command(cmd->data_cmnd);
}

/*
 *	Returns the length of the message.
 */
int
print_msg(const unsigned char *msg)
{
	int length = msg[0] == EXTENDED_MESSAGE ? 2 + msg[1]
		     : msg[0] >= 0x20 && msg[0] < 0x30 ? 2 : 1;
	int n;

	for (n = 0; n < length; n++)
		printk("%02x ", msg[n]);
	return length;
}

/* ---- Start-up ---- */

static void
copy_text(char *to, const unsigned char *from, int count)
{
	memcpy(to, from, count);
	while (count > 0 && to[count - 1] == ' ')
		count--;
	to[count] = '\0';
}

/*
 *	Ask for the device of a number.  Returns what it is made known as, or
 *	null.
 */
static Scsi_Device *
find_device(struct Scsi_Host *host, unsigned int id)
{
	static const unsigned char inquiry[12] = {
		INQUIRY, 0, 0, 0, INQUIRY_LENGTH, 0
	};
	static unsigned char answer[256];
	static Scsi_Cmnd cmd;
	Scsi_Device probe, *device;

	memset(&probe, 0, sizeof probe);
	probe.host = host;
	probe.id = id;
	memset(&cmd, 0, sizeof cmd);
	init_timer(&cmd.timer);
	cmd.device = &probe;
	memset(answer, 0, sizeof answer);
	if (scsi_wait_cmd(&cmd, inquiry, answer, INQUIRY_LENGTH, SCAN_TIMEOUT,
			  SCAN_RETRIES) != 0
	    || (answer[0] & 0x1f) == 0x1f)
		return NULL;
	device = (Scsi_Device *) kmalloc(sizeof *device, GFP_KERNEL);
	if (device == NULL)
		return NULL;
	*device = probe;
	device->type = answer[0] & 0x1f;
	copy_text(device->vendor, answer + 8, 8);
	copy_text(device->model, answer + 16, 16);
	copy_text(device->rev, answer + 32, 4);
	device->next = scsi_devices;
	scsi_devices = device;
	return device;
}

/*
 *	Look who is on a host's bus.  Units of a device beside its first are not
 *	looked for.
 */
static void
scan_host(struct Scsi_Host *host)
{
	Scsi_Device *device;
	unsigned int id;

	printk(KERN_INFO "scsi%u: %s\n", host->host_no,
	       host->hostt->info != NULL ? host->hostt->info(host)
					 : host->hostt->name);
	if (host->unchecked_isa_dma) {
		printk(KERN_ERR "scsi%u: hosts that reach 16 MiB only are not"
		       " supported\n", host->host_no);
		return;
	}
	for (id = 0; id < host->max_id; id++) {
		if ((int) id == host->this_id)
			continue;
		device = find_device(host, id);
		if (device == NULL)
			continue;
		printk(KERN_INFO "scsi%u: target %u is %s %s %s, type %u\n",
		       host->host_no, id, device->vendor, device->model,
		       device->rev, device->type);
		if (device->type == TYPE_DISK)
			sd_attach(device);
	}
}

/*
 *	Look for hosts and what is on their buses.
 */
int
scsi_dev_init(void)
{
	struct Scsi_Host *host;
	unsigned int n;

	for (n = 0; n < TEMPLATES; n++)
		scsi_templates[n]->present
			= scsi_templates[n]->detect(scsi_templates[n]);
	for (host = scsi_hostlist; host != NULL; host = host->next)
		scan_host(host);
	sd_init();
	return 0;
}
