/*
 *	constants.h: printing what SCSI's numbers mean; see scsi.h.
 */
#ifndef _CONSTANTS_H_
#define _CONSTANTS_H_

#include "scsi.h"

#endif /* _CONSTANTS_H_ */
