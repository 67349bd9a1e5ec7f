/*
 * Arithmetic of long double on the x87 (Intel SDM volume 1, chapter 8). Managed convention: addresses come in ECX and EDX,
 * what else there is on the stack, taken off by the callee.
 */
        .macro  FUNCTION name
        .balign 16
        .globl  \name
        .type   \name, @function
\name:
        .endm

        .macro  END name
        .size   \name, . - \name
        .endm

        .section .rodata
        .balign 4
ld_two_to_the_64:
        .float  18446744073709551616.0
ld_two_to_the_63:
        .float  9223372036854775808.0

        .text

/* *ECX = *EDX op *stack */
        .macro  OPERATION name, instruction
FUNCTION ld.\name
        fldt    (%edx)
        movl    4(%esp), %eax
        fldt    (%eax)
        \instruction
        fstpt   (%ecx)
        ret     $4
END ld.\name
        .endm

        OPERATION add, "faddp"
        OPERATION sub, "fsubrp %st, %st(1)"
        OPERATION mul, "fmulp"
        OPERATION div, "fdivrp %st, %st(1)"

/* EAX = 1, 2, 4, 8 for *ECX less than, equal to, greater than, not comparable with *EDX */
FUNCTION ld.compare
        fldt    (%edx)
        fldt    (%ecx)
        fucomip %st(1), %st
        fstp    %st(0)
        jp      3f
        movl    $4, %eax
        ja      1f
        movl    $2, %eax
        je      1f
        movl    $1, %eax
1:      ret
3:      movl    $8, %eax
        ret
END ld.compare

FUNCTION ld.from_int
        pushl   %edx
        fildl   (%esp)
        fstpt   (%ecx)
        popl    %edx
        ret
END ld.from_int

FUNCTION ld.from_long
        fildll  4(%esp)
        fstpt   (%ecx)
        ret     $8
END ld.from_long

FUNCTION ld.from_ulong
        fildll  4(%esp)
        testl   $0x80000000, 8(%esp)
        je      1f
        fadds   ld_two_to_the_64
1:      fstpt   (%ecx)
        ret     $8
END ld.from_ulong

FUNCTION ld.from_float
        flds    (%edx)
        fstpt   (%ecx)
        ret
END ld.from_float

FUNCTION ld.from_double
        fldl    (%edx)
        fstpt   (%ecx)
        ret
END ld.from_double

/* ST(0) to an integer on the stack with truncation, whatever the control word says */
        .macro  TRUNCATE instruction
        subl    $12, %esp
        fnstcw  (%esp)
        movzwl  (%esp), %eax
        orl     $0x0c00, %eax           # rounding control: truncate
        movw    %ax, 2(%esp)
        fldcw   2(%esp)
        \instruction 4(%esp)
        fldcw   (%esp)
        movl    4(%esp), %eax
        movl    8(%esp), %edx
        addl    $12, %esp
        .endm

FUNCTION ld.to_int
        fldt    (%ecx)
        TRUNCATE fistpl
        ret
END ld.to_int

FUNCTION ld.to_long
        fldt    (%ecx)
        TRUNCATE fistpll
        ret
END ld.to_long

/* The upper half of the range goes through the lower one. */
FUNCTION ld.to_ulong
        flds    ld_two_to_the_63
        fldt    (%ecx)
        fucomi  %st(1), %st
        jb      1f
        fsubp   %st, %st(1)             # AT&T turns it round: the value less 2^63
        TRUNCATE fistpll
        addl    $0x80000000, %edx
        ret
1:      fstp    %st(1)
        TRUNCATE fistpll
        ret
END ld.to_ulong

FUNCTION ld.to_float
        fldt    (%edx)
        fstps   (%ecx)
        ret
END ld.to_float

FUNCTION ld.to_double
        fldt    (%edx)
        fstpl   (%ecx)
        ret
END ld.to_double

        .purgem FUNCTION
        .purgem END
        .purgem OPERATION
        .purgem TRUNCATE

        .section .note.GNU-stack, "", @progbits
