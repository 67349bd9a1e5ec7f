/*
 *	linux/stat.h: modes of files.
 */
#ifndef _LINUX_STAT_H_
#define _LINUX_STAT_H_

#define S_IFMT		0170000
#define S_IFREG		0100000
#define S_IFBLK		0060000
#define S_IFDIR		0040000
#define S_IFCHR		0020000
#define S_IRUSR		0000400
#define S_IWUSR		0000200
#define S_IXUSR		0000100
#define S_IRUGO		0000444
#define S_IXUGO		0000111

#endif /* _LINUX_STAT_H_ */
