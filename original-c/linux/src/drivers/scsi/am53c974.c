/*
 *	am53c974.c: AMD's PCscsi hosts.
 *
 *	Hardware: Am53C974 on the PCI bus: a fast SCSI core of the 53C9x kind and
 *	a bus master (AMD's Am53C974 technical manual, publication 18738).  The
 *	core steps through a command by interrupts: target selected and command
 *	sent, data moved, status and message fetched, bus free.  For data the bus
 *	master gets one piece of memory after the other.
 *
 *	There is one command at a time.  Its state is in SCp; targets are not
 *	allowed to disconnect.
 */
#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/errno.h>
#include <linux/sched.h>
#include <linux/interrupt.h>
#include <linux/ioport.h>
#include <linux/delay.h>
#include <linux/pci.h>
#include <asm/io.h>
#include <asm/system.h>
#include "scsi.h"
#include "hosts.h"

/* Registers of the core, each at a port that is a multiple of 4.  Where two
   have one number the first is read. */
#define REG_COUNT_LOW	0x00
#define REG_COUNT_MID	0x04
#define REG_FIFO	0x08
#define REG_COMMAND	0x0c
#define REG_STATUS	0x10
#define REG_TARGET	0x10
#define REG_INTERRUPT	0x14		/* reading it ends the interrupt */
#define REG_TIMEOUT	0x14
#define REG_STEP	0x18
#define REG_PERIOD	0x18
#define REG_FIFO_FLAGS	0x1c
#define REG_OFFSET	0x1c
#define REG_CONFIG_1	0x20
#define REG_CLOCK	0x24
#define REG_CONFIG_2	0x2c
#define REG_CONFIG_3	0x30
#define REG_COUNT_HIGH	0x38

/* The bus master's. */
#define DMA_COMMAND	0x40
#define DMA_COUNT	0x44
#define DMA_ADDRESS	0x48
#define DMA_STATUS	0x54
#define AM_EXTENT	0x80

/* Commands of the core. */
#define CMD_NOP		0x00
#define CMD_CLEAR_FIFO	0x01
#define CMD_RESET_CHIP	0x02
#define CMD_RESET_BUS	0x03
#define CMD_INFO	0x10		/* move what the phase wants */
#define CMD_COMPLETE	0x11		/* fetch status and message */
#define CMD_ACCEPT	0x12		/* the message is accepted */
#define CMD_SELECT_ATN	0x42
#define CMD_DMA		0x80

/* Status: the bus's phase, and errors. */
#define STATUS_PHASE	0x07
#define STATUS_PARITY	0x20
#define STATUS_ERROR	0x40
#define STATUS_IRQ	0x80

#define PHASE_DATA_OUT	0
#define PHASE_DATA_IN	1
#define PHASE_STATUS	3

#define IRQ_DONE	0x08
#define IRQ_SERVICE	0x10
#define IRQ_DISCONNECT	0x20
#define IRQ_INVALID	0x40
#define IRQ_RESET	0x80

#define CONFIG_1_PARITY	0x10
#define CONFIG_1_QUIET	0x40		/* a bus reset of ours is no interrupt */
#define CONFIG_2_LONG	0x40		/* counts of 24 bits */
#define TIMEOUT_250MS	0x99		/* at 40 MHz */
#define CLOCK_40MHZ	0x00

#define DMA_IDLE	0x00
#define DMA_START	0x03
#define DMA_TO_MEMORY	0x80

/* States of a command (SCp.phase). */
#define STATE_SELECT	0
#define STATE_DATA	1
#define STATE_STATUS	2
#define STATE_MESSAGE	3

struct am_host {
	Scsi_Cmnd *current;		/* the command that is served */
	void (*done)(Scsi_Cmnd *);
	unsigned char message[16];	/* IDENTIFY and the command */
	char info[80];
};

#define AM(host)	((struct am_host *) (host)->hostdata)

static void
am_write(struct Scsi_Host *host, int reg, unsigned char value)
{
	outb(value, host->io_port + reg);
}

static unsigned char
am_read(struct Scsi_Host *host, int reg)
{
	return inb(host->io_port + reg);
}

/* ---- Steps of a command ---- */

/*
 *	A command is at its end.
 */
static void
finish(struct Scsi_Host *host, int result)
{
	Scsi_Cmnd *cmd = AM(host)->current;

	AM(host)->current = NULL;
	cmd->result = result;
	AM(host)->done(cmd);
}

/*
 *	Let the core do a command whose bytes come from or go to memory.
 */
static void
start_dma(struct Scsi_Host *host, unsigned char command, void *memory,
	  unsigned int count, unsigned char direction)
{
	outl(direction | DMA_IDLE, host->io_port + DMA_COMMAND);
	outl(count, host->io_port + DMA_COUNT);
	outl(virt_to_bus(memory), host->io_port + DMA_ADDRESS);
	am_write(host, REG_COUNT_LOW, count);
	am_write(host, REG_COUNT_MID, count >> 8);
	am_write(host, REG_COUNT_HIGH, count >> 16);
	am_write(host, REG_COMMAND, CMD_DMA | command);
	outl(direction | DMA_START, host->io_port + DMA_COMMAND);
}

/*
 *	Select the target and let the core send it our message and the command.
 */
static void
start_selection(struct Scsi_Host *host, Scsi_Cmnd *cmd)
{
	unsigned char *message = AM(host)->message;

	cmd->SCp.phase = STATE_SELECT;
	am_write(host, REG_COMMAND, CMD_CLEAR_FIFO);
	am_write(host, REG_TARGET, cmd->target);
	am_write(host, REG_TIMEOUT, TIMEOUT_250MS);
	am_write(host, REG_PERIOD, 0);
	am_write(host, REG_OFFSET, 0);		/* asynchronous */
	message[0] = IDENTIFY(0, cmd->lun);
	memcpy(message + 1, cmd->cmnd, cmd->cmd_len);
	start_dma(host, CMD_SELECT_ATN, message, 1 + cmd->cmd_len, 0);
}

/*
 *	Move the next piece of memory.  Returns nonzero if there is one.
 */
static int
start_piece(struct Scsi_Host *host, Scsi_Cmnd *cmd, int phase)
{
	while (cmd->SCp.this_residual == 0) {
		if (cmd->SCp.buffers_residual == 0)
			return 0;
		cmd->SCp.buffers_residual--;
		cmd->SCp.buffer++;
		cmd->SCp.ptr = cmd->SCp.buffer->address;
		cmd->SCp.this_residual = cmd->SCp.buffer->length;
	}
	cmd->SCp.phase = STATE_DATA;
	start_dma(host, CMD_INFO, cmd->SCp.ptr, cmd->SCp.this_residual,
		  phase == PHASE_DATA_IN ? DMA_TO_MEMORY : 0);
	return 1;
}

/*
 *	A piece has been moved: how much of it is in the count that is left.
 */
static void
end_piece(struct Scsi_Host *host, Scsi_Cmnd *cmd)
{
	unsigned int left = am_read(host, REG_COUNT_LOW)
			    | am_read(host, REG_COUNT_MID) << 8
			    | am_read(host, REG_COUNT_HIGH) << 16;
	unsigned int moved;

	if (left > (unsigned int) cmd->SCp.this_residual)
		left = 0;
	moved = cmd->SCp.this_residual - left;
	outl(DMA_IDLE, host->io_port + DMA_COMMAND);
	cmd->SCp.ptr += moved;
	cmd->SCp.this_residual -= moved;
	cmd->SCp.have_data_in += moved;
}

/*
 *	The bus has got to a phase: do what it wants.
 */
static void
next_phase(struct Scsi_Host *host, Scsi_Cmnd *cmd, int phase)
{
	switch (phase) {
	case PHASE_DATA_IN:
	case PHASE_DATA_OUT:
		if (start_piece(host, cmd, phase))
			return;
		/* The target wants more than there is. */
		printk(KERN_ERR "scsi%u: target %u overruns its data\n",
		       host->host_no, cmd->target);
		break;
	case PHASE_STATUS:
		cmd->SCp.phase = STATE_STATUS;
		am_write(host, REG_COMMAND, CMD_CLEAR_FIFO);
		am_write(host, REG_COMMAND, CMD_COMPLETE);
		return;
	default:
		printk(KERN_ERR "scsi%u: target %u asks for phase %d\n",
		       host->host_no, cmd->target, phase);
		break;
	}
	am_write(host, REG_COMMAND, CMD_RESET_BUS);
	finish(host, DID_ERROR << 16);
}

/*
 *	Status and message are in the FIFO.
 */
static void
take_status(struct Scsi_Host *host, Scsi_Cmnd *cmd)
{
	cmd->SCp.Status = am_read(host, REG_FIFO);
	cmd->SCp.Message = am_read(host, REG_FIFO);
	cmd->SCp.phase = STATE_MESSAGE;
	am_write(host, REG_COMMAND, CMD_ACCEPT);
}

static void
step(struct Scsi_Host *host, Scsi_Cmnd *cmd, unsigned char status,
     unsigned char irq)
{
	if (cmd->SCp.phase == STATE_DATA)
		end_piece(host, cmd);
	if (irq & IRQ_RESET)
		finish(host, DID_RESET << 16);
	else if ((irq & IRQ_INVALID) || (status & STATUS_ERROR)) {
		am_write(host, REG_COMMAND, CMD_RESET_BUS);
		finish(host, DID_ERROR << 16);
	} else if (irq & IRQ_DISCONNECT) {
		if (cmd->SCp.phase == STATE_MESSAGE)
			finish(host, DID_OK << 16 | cmd->SCp.Message << 8
				     | cmd->SCp.Status);
		else if (cmd->SCp.phase == STATE_SELECT)
			finish(host, DID_NO_CONNECT << 16);
		else
			finish(host, DID_ERROR << 16);
	} else if (status & STATUS_PARITY) {
		am_write(host, REG_COMMAND, CMD_RESET_BUS);
		finish(host, DID_PARITY << 16);
	} else if (cmd->SCp.phase == STATE_STATUS)
		take_status(host, cmd);
	else
		next_phase(host, cmd, status & STATUS_PHASE);
}

static void
am_interrupt(int irq_line, void *dev_id, struct pt_regs *regs)
{
	struct Scsi_Host *host = (struct Scsi_Host *) dev_id;
	unsigned char status, irq;
	unsigned long flags;

	save_flags(flags);
	cli();
	while ((status = am_read(host, REG_STATUS)) & STATUS_IRQ) {
		irq = am_read(host, REG_INTERRUPT);
		if (AM(host)->current != NULL)
			step(host, AM(host)->current, status, irq);
	}
	restore_flags(flags);
}

/* ---- For the layer above ---- */

static int
am_queuecommand(Scsi_Cmnd *cmd, void (*done)(Scsi_Cmnd *))
{
	struct Scsi_Host *host = cmd->host;
	unsigned long flags;

	if (cmd->use_sg != 0) {
		cmd->SCp.buffer = (struct scatterlist *) cmd->request_buffer;
		cmd->SCp.buffers_residual = cmd->use_sg - 1;
		cmd->SCp.ptr = cmd->SCp.buffer->address;
		cmd->SCp.this_residual = cmd->SCp.buffer->length;
	} else {
		cmd->SCp.buffer = NULL;
		cmd->SCp.buffers_residual = 0;
		cmd->SCp.ptr = (char *) cmd->request_buffer;
		cmd->SCp.this_residual = cmd->request_bufflen;
	}
	save_flags(flags);
	cli();
	AM(host)->current = cmd;
	AM(host)->done = done;
	start_selection(host, cmd);
	restore_flags(flags);
	return 0;
}

/*
 *	Put chip and bus into their first state.
 */
static void
reset_host(struct Scsi_Host *host)
{
	am_write(host, REG_COMMAND, CMD_RESET_CHIP);
	am_write(host, REG_COMMAND, CMD_NOP);
	am_write(host, REG_CONFIG_1, CONFIG_1_QUIET | CONFIG_1_PARITY
				     | host->this_id);
	am_write(host, REG_CONFIG_2, CONFIG_2_LONG);
	am_write(host, REG_CONFIG_3, 0);
	am_write(host, REG_CLOCK, CLOCK_40MHZ);
	outl(DMA_IDLE, host->io_port + DMA_COMMAND);
	am_write(host, REG_COMMAND, CMD_RESET_BUS);
	udelay(50);
	(void) am_read(host, REG_INTERRUPT);
	scsi_mark_host_reset(host);
}

/*
 *	A command that is under way cannot be taken back but by a reset.
 */
static int
am_abort(Scsi_Cmnd *cmd)
{
	return AM(cmd->host)->current == cmd ? SCSI_ABORT_BUSY
					     : SCSI_ABORT_NOT_RUNNING;
}

static int
am_reset(Scsi_Cmnd *cmd, unsigned int reset_flags)
{
	struct Scsi_Host *host = cmd->host;
	unsigned long flags;

	save_flags(flags);
	cli();
	reset_host(host);
	if (AM(host)->current != NULL)
		finish(host, DID_RESET << 16);
	restore_flags(flags);
	return SCSI_RESET_SUCCESS;
}

static const char *
am_info(struct Scsi_Host *host)
{
	return AM(host)->info;
}

/*
 *	Look for the first of these hosts.  Returns how many there are.
 */
static int
am_detect(Scsi_Host_Template *t)
{
	struct Scsi_Host *host;
	struct pci_dev *pdev;
	unsigned long base;

	if (!pcibios_present())
		return 0;
	pdev = pci_find_device(PCI_VENDOR_ID_AMD, PCI_DEVICE_ID_AMD_SCSI);
	if (pdev == NULL)
		return 0;
	base = pci_enable_ports(pdev, PCI_BASE_ADDRESS_0);
	if (base == 0 || check_region(base, AM_EXTENT) != 0)
		return 0;
	host = scsi_register(t, sizeof(struct am_host));
	if (host == NULL)
		return 0;
	host->io_port = base;
	host->n_io_port = AM_EXTENT;
	host->irq = pdev->irq;
	sprintf(AM(host)->info, "Am53C974 at 0x%lx, irq %u", base, host->irq);
	if (request_irq(host->irq, am_interrupt, SA_SHIRQ, t->name, host)
	    != 0) {
		printk(KERN_ERR "am53c974: line %u is not to be had\n",
		       host->irq);
		scsi_unregister(host);
		return 0;
	}
	request_region(base, AM_EXTENT, t->name);
	reset_host(host);
	return 1;
}

static int
am_release(struct Scsi_Host *host)
{
	free_irq(host->irq, host);
	release_region(host->io_port, host->n_io_port);
	return 0;
}

Scsi_Host_Template am53c974_template = {
	NULL, NULL, NULL, NULL,
	"am53c974",
	am_detect,
	am_release,
	am_info,
	NULL,				/* command */
	am_queuecommand,
	am_abort,
	am_reset,
	NULL,				/* slave_attach */
	NULL,				/* bios_param */
	1,				/* commands at a time */
	7,				/* our number */
	SG_ALL,
	1,
	0,
	0,
	ENABLE_CLUSTERING
};
