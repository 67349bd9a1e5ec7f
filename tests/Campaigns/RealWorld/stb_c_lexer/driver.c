/* C headers into tokens. Arguments: the headers. */
#define STB_C_LEXER_IMPLEMENTATION
#include <stb/stb_c_lexer.h>
#include "../driver.h"

static void lex(char *text, size_t size)
{
	static char room[1 << 16];
	stb_lexer lexer;
	int tokens = 0, identifiers = 0, lines = 0;

	stb_c_lexer_init(&lexer, text, text + size, room, sizeof room);
	while (stb_c_lexer_get_token(&lexer)) {
		tokens++;
		feed_int((int)lexer.token);
		if (lexer.token == CLEX_parse_error)
			break;
		if (lexer.token == CLEX_id || lexer.token == CLEX_dqstring || lexer.token == CLEX_sqstring) {
			identifiers += lexer.token == CLEX_id;
			feed(lexer.string, strlen(lexer.string));
		} else if (lexer.token == CLEX_intlit || lexer.token == CLEX_charlit) {
			feed_int((int)lexer.int_number);
		} else if (lexer.token == CLEX_floatlit) {
			feed(&lexer.real_number, sizeof lexer.real_number);
		}
		if (tokens % 1000 == 0) {
			stb_lex_location place;

			stb_c_lexer_get_location(&lexer, lexer.where_firstchar, &place);
			lines = place.line_number;
			feed_int(place.line_offset);
		}
	}
	printf("%d tokens, %d names, line %d\n", tokens, identifiers, lines);
	report("tokens");
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t size;
		char *text = (char *)read_file(argv[i], &size);

		lex(text, size);
		free(text);
	}
	return 0;
}
