// cmdline_options of i386/i386at/cmdline.c as accepted, with what it depends on; by 'port accept'.
//: text of cmdline_options (i386/i386at/cmdline.c) dbc98cd745ad91cb
static const struct cmdline_option cmdline_options[] = {
	{ "suite", CMDLINE_WORD },
	{ "seed", CMDLINE_NUMBER },
	{ "demo", CMDLINE_FLAG },
	{ "notest", CMDLINE_FLAG },
	{ "cross64", CMDLINE_FLAG },
	{ "badsector", CMDLINE_NUMBER },
}
//: declaration of cmdline_options (i386/i386at/cmdline.c) fc53367e2c61894a
static const struct cmdline_option cmdline_options[6];
//: layout of struct cmdline_option (i386/i386at/cmdline.c) d9fc3a0f0a835431
struct cmdline_option { // 8 bytes, aligned to 4
}
//: enumerator CMDLINE_FLAG (i386/i386at/cmdline.c) 7212c2b3cb8b3ce4
CMDLINE_FLAG = 0
//: enumerator CMDLINE_NUMBER (i386/i386at/cmdline.c) 5433710e54a41195
CMDLINE_NUMBER = 2
//: enumerator CMDLINE_WORD (i386/i386at/cmdline.c) 7b788ec58097b70b
CMDLINE_WORD = 1
