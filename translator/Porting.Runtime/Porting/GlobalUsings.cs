// C's string literals are written unqualified, everywhere.
global using static Porting.StringLiterals;
