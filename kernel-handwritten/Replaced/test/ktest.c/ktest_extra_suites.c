// ktest_extra_suites of test/ktest.c as accepted, with what it depends on; by 'port accept'.
//: text of ktest_extra_suites (test/ktest.c) bfa8c538925126e9
const struct ktest_suite **
ktest_extra_suites(void)
{
	static const struct ktest_suite *none[1];

	return none;
}
//: declaration of ktest_extra_suites (test/ktest.c) d948e95e55526007
const struct ktest_suite **ktest_extra_suites(void);
