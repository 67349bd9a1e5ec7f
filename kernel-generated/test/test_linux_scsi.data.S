# Data of test/test_linux_scsi.c. Written by port.

# static script
	.bss
	.globl	test_test_linux_scsi.script
	.type	test_test_linux_scsi.script, @object
	.size	test_test_linux_scsi.script, 4
	.balign	4
test_test_linux_scsi.script:
	.zero	4

# static sent
	.bss
	.globl	test_test_linux_scsi.sent
	.type	test_test_linux_scsi.sent, @object
	.size	test_test_linux_scsi.sent, 8
	.balign	1
test_test_linux_scsi.sent:
	.zero	8

# static steps
	.bss
	.globl	test_test_linux_scsi.steps
	.type	test_test_linux_scsi.steps, @object
	.size	test_test_linux_scsi.steps, 4
	.balign	4
test_test_linux_scsi.steps:
	.zero	4

# static sense_key
	.bss
	.globl	test_test_linux_scsi.sense_key
	.type	test_test_linux_scsi.sense_key, @object
	.size	test_test_linux_scsi.sense_key, 1
	.balign	1
test_test_linux_scsi.sense_key:
	.zero	1

# static abort_answer
	.bss
	.globl	test_test_linux_scsi.abort_answer
	.type	test_test_linux_scsi.abort_answer, @object
	.size	test_test_linux_scsi.abort_answer, 4
	.balign	4
test_test_linux_scsi.abort_answer:
	.zero	4

# static reset_answer
	.bss
	.globl	test_test_linux_scsi.reset_answer
	.type	test_test_linux_scsi.reset_answer, @object
	.size	test_test_linux_scsi.reset_answer, 4
	.balign	4
test_test_linux_scsi.reset_answer:
	.zero	4

# static aborts
	.bss
	.globl	test_test_linux_scsi.aborts
	.type	test_test_linux_scsi.aborts, @object
	.size	test_test_linux_scsi.aborts, 4
	.balign	4
test_test_linux_scsi.aborts:
	.zero	4

# static resets
	.bss
	.globl	test_test_linux_scsi.resets
	.type	test_test_linux_scsi.resets, @object
	.size	test_test_linux_scsi.resets, 4
	.balign	4
test_test_linux_scsi.resets:
	.zero	4

# static silent
	.bss
	.globl	test_test_linux_scsi.silent
	.type	test_test_linux_scsi.silent, @object
	.size	test_test_linux_scsi.silent, 4
	.balign	4
test_test_linux_scsi.silent:
	.zero	4

# static silent_done
	.bss
	.globl	test_test_linux_scsi.silent_done
	.type	test_test_linux_scsi.silent_done, @object
	.size	test_test_linux_scsi.silent_done, 4
	.balign	4
test_test_linux_scsi.silent_done:
	.zero	4

# static fake_template
	.data
	.globl	test_test_linux_scsi.fake_template
	.type	test_test_linux_scsi.fake_template, @object
	.size	test_test_linux_scsi.fake_template, 72
	.balign	4
test_test_linux_scsi.fake_template:
	.zero	16
	.long	test_test_linux_scsi.str.0	# .name
	.zero	16
	.long	test_test_linux_scsi.fake_queuecommand	# .queuecommand
	.long	test_test_linux_scsi.fake_abort	# .abort
	.long	test_test_linux_scsi.fake_reset	# .reset
	.zero	8
	.long	1	# .can_queue
	.long	7	# .this_id
	.zero	8

# static host
	.bss
	.globl	test_test_linux_scsi.host
	.type	test_test_linux_scsi.host, @object
	.size	test_test_linux_scsi.host, 4
	.balign	4
test_test_linux_scsi.host:
	.zero	4

# static device
	.bss
	.globl	test_test_linux_scsi.device
	.type	test_test_linux_scsi.device, @object
	.size	test_test_linux_scsi.device, 48
	.balign	4
test_test_linux_scsi.device:
	.zero	48

# static test_unit_ready in command
	.section .rodata
	.globl	test_test_linux_scsi.command.test_unit_ready
	.type	test_test_linux_scsi.command.test_unit_ready, @object
	.size	test_test_linux_scsi.command.test_unit_ready, 12
	.balign	1
test_test_linux_scsi.command.test_unit_ready:
	.zero	12

# static cmd in command
	.bss
	.globl	test_test_linux_scsi.command.cmd
	.type	test_test_linux_scsi.command.cmd, @object
	.size	test_test_linux_scsi.command.cmd, 196
	.balign	4
test_test_linux_scsi.command.cmd:
	.zero	196

# static well in answers
	.section .rodata
	.globl	test_test_linux_scsi.answers.well
	.type	test_test_linux_scsi.answers.well, @object
	.size	test_test_linux_scsi.answers.well, 32
	.balign	4
test_test_linux_scsi.answers.well:
	.zero	32

# static nobody in answers
	.section .rodata
	.globl	test_test_linux_scsi.answers.nobody
	.type	test_test_linux_scsi.answers.nobody, @object
	.size	test_test_linux_scsi.answers.nobody, 32
	.balign	4
test_test_linux_scsi.answers.nobody:
	.long	4	# [0]
	.zero	28

# static busy in answers
	.section .rodata
	.globl	test_test_linux_scsi.answers.busy
	.type	test_test_linux_scsi.answers.busy, @object
	.size	test_test_linux_scsi.answers.busy, 32
	.balign	4
test_test_linux_scsi.answers.busy:
	.long	3	# [0]
	.long	3	# [1]
	.zero	24

# static too_busy in answers
	.section .rodata
	.globl	test_test_linux_scsi.answers.too_busy
	.type	test_test_linux_scsi.answers.too_busy, @object
	.size	test_test_linux_scsi.answers.too_busy, 32
	.balign	4
test_test_linux_scsi.answers.too_busy:
	.long	3	# [0]
	.long	3	# [1]
	.zero	24

# static once in sense
	.section .rodata
	.globl	test_test_linux_scsi.sense.once
	.type	test_test_linux_scsi.sense.once, @object
	.size	test_test_linux_scsi.sense.once, 32
	.balign	4
test_test_linux_scsi.sense.once:
	.long	1	# [0]
	.long	2	# [1]
	.zero	24

# static for_ever in sense
	.section .rodata
	.globl	test_test_linux_scsi.sense.for_ever
	.type	test_test_linux_scsi.sense.for_ever, @object
	.size	test_test_linux_scsi.sense.for_ever, 32
	.balign	4
test_test_linux_scsi.sense.for_ever:
	.long	1	# [0]
	.long	2	# [1]
	.zero	24

# static once in silence
	.section .rodata
	.globl	test_test_linux_scsi.silence.once
	.type	test_test_linux_scsi.silence.once, @object
	.size	test_test_linux_scsi.silence.once, 32
	.balign	4
test_test_linux_scsi.silence.once:
	.long	5	# [0]
	.zero	28

# static finished
	.bss
	.globl	test_test_linux_scsi.finished
	.type	test_test_linux_scsi.finished, @object
	.size	test_test_linux_scsi.finished, 4
	.balign	4
test_test_linux_scsi.finished:
	.zero	4

# static first_waits in one_at_a_time
	.section .rodata
	.globl	test_test_linux_scsi.one_at_a_time.first_waits
	.type	test_test_linux_scsi.one_at_a_time.first_waits, @object
	.size	test_test_linux_scsi.one_at_a_time.first_waits, 32
	.balign	4
test_test_linux_scsi.one_at_a_time.first_waits:
	.long	5	# [0]
	.zero	28

# static test_unit_ready in one_at_a_time
	.section .rodata
	.globl	test_test_linux_scsi.one_at_a_time.test_unit_ready
	.type	test_test_linux_scsi.one_at_a_time.test_unit_ready, @object
	.size	test_test_linux_scsi.one_at_a_time.test_unit_ready, 12
	.balign	1
test_test_linux_scsi.one_at_a_time.test_unit_ready:
	.zero	12

# static cmd in one_at_a_time
	.bss
	.globl	test_test_linux_scsi.one_at_a_time.cmd
	.type	test_test_linux_scsi.one_at_a_time.cmd, @object
	.size	test_test_linux_scsi.one_at_a_time.cmd, 392
	.balign	4
test_test_linux_scsi.one_at_a_time.cmd:
	.zero	392

# static cases
	.section .rodata
	.globl	test_test_linux_scsi.cases
	.type	test_test_linux_scsi.cases, @object
	.size	test_test_linux_scsi.cases, 32
	.balign	4
test_test_linux_scsi.cases:
	.long	test_test_linux_scsi.str.1	# [0].name
	.long	test_test_linux_scsi.answers	# [0].run
	.long	test_test_linux_scsi.str.2	# [1].name
	.long	test_test_linux_scsi.sense	# [1].run
	.long	test_test_linux_scsi.str.3	# [2].name
	.long	test_test_linux_scsi.silence	# [2].run
	.long	test_test_linux_scsi.str.4	# [3].name
	.long	test_test_linux_scsi.one_at_a_time	# [3].run

# linux_scsi_commands_suite
	.section .rodata
	.globl	linux_scsi_commands_suite
	.type	linux_scsi_commands_suite, @object
	.size	linux_scsi_commands_suite, 16
	.balign	4
linux_scsi_commands_suite:
	.long	test_test_linux_scsi.str.5	# .name
	.long	test_test_linux_scsi.cases	# .cases
	.long	4	# .count
	.zero	4

	.section .rodata
test_test_linux_scsi.str.0:
	.asciz	"fake"
test_test_linux_scsi.str.1:
	.asciz	"answers"
test_test_linux_scsi.str.2:
	.asciz	"sense"
test_test_linux_scsi.str.3:
	.asciz	"silence"
test_test_linux_scsi.str.4:
	.asciz	"one_at_a_time"
test_test_linux_scsi.str.5:
	.asciz	"linux_scsi_commands"
	.section .note.GNU-stack,"",@progbits
