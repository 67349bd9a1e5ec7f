/*
 * What a program of the same pipeline needs to run as a 32-bit Linux process, linked with the C library: the end,
 * and the floating point helpers of the compiler (runtime.S has the rest). Not part of the kernel.
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

        .text

/* corlib_panic(ECX reason): says why on standard error and aborts, as a failed assertion would */
FUNCTION corlib_panic
        andl    $-16, %esp              # the C library may use SSE
        subl    $16, %esp
        movl    %ecx, 8(%esp)
        movl    $panic_format, 4(%esp)
        movl    $2, (%esp)
        call    dprintf
        call    abort
END corlib_panic

        .section .rodata
panic_format:
        .string "panic: %s\n"
        .balign 4
two_to_the_64:
        .float  18446744073709551616.0
two_to_the_63:
        .float  9223372036854775808.0

        .text

/* ---- 64-bit integers and floating point: argument on the stack, taken off by the callee; the x87 does it exactly ---- */

/* int64 in EDX:EAX from a double, towards zero */
FUNCTION RhpDbl2Lng
        fldl    4(%esp)
1:      subl    $16, %esp
        fnstcw  (%esp)
        movzwl  (%esp), %eax
        orl     $0x0c00, %eax           # rounding control: truncate
        movw    %ax, 2(%esp)
        fldcw   2(%esp)
        fistpll 8(%esp)
        fldcw   (%esp)
        movl    8(%esp), %eax
        movl    12(%esp), %edx
        addl    $16, %esp
        ret     $8
END RhpDbl2Lng

/* uint64 from a double: the upper half of the range goes through the lower one */
FUNCTION RhpDbl2ULng
        fldl    4(%esp)
        fcoms   two_to_the_63
        fnstsw  %ax
        testb   $0x01, %ah              # C0: less
        jne     1b
        fsubs   two_to_the_63
        subl    $16, %esp
        fnstcw  (%esp)
        movzwl  (%esp), %eax
        orl     $0x0c00, %eax
        movw    %ax, 2(%esp)
        fldcw   2(%esp)
        fistpll 8(%esp)
        fldcw   (%esp)
        movl    8(%esp), %eax
        movl    12(%esp), %edx
        addl    $0x80000000, %edx
        addl    $16, %esp
        ret     $8
END RhpDbl2ULng

/* Results in ST(0), rounded to their type by way of memory: the x87 computes with more bits. */
FUNCTION RhpLng2Dbl
        fildll  4(%esp)
        fstpl   4(%esp)
        fldl    4(%esp)
        ret     $8
END RhpLng2Dbl

FUNCTION RhpLng2Flt
        fildll  4(%esp)
        fstps   4(%esp)
        flds    4(%esp)
        ret     $8
END RhpLng2Flt

FUNCTION RhpULng2Dbl
        fildll  4(%esp)
        testl   $0x80000000, 8(%esp)
        je      1f
        fadds   two_to_the_64
1:      fstpl   4(%esp)
        fldl    4(%esp)
        ret     $8
END RhpULng2Dbl

FUNCTION RhpULng2Flt
        fildll  4(%esp)
        testl   $0x80000000, 8(%esp)
        je      1f
        fadds   two_to_the_64
1:      fstps   4(%esp)
        flds    4(%esp)
        ret     $8
END RhpULng2Flt

        .purgem FUNCTION
        .purgem END

        .section .note.GNU-stack, "", @progbits
