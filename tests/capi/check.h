/* What the C programs of this folder check with. */
#ifndef CHECK_H
#define CHECK_H

#include <outlay/outlay.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(what)                                                          \
    do {                                                                     \
        if (!(what)) {                                                       \
            ++failures;                                                      \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what); \
        }                                                                    \
    } while (0)

static outlay_text text(const char *s) {
    outlay_text t;
    t.data = s;
    t.size = strlen(s);
    return t;
}

/* A buffer that every text of these tests fits into, with a terminator behind it. */
static char buffer[65536];
static inline outlay_string room(void) {
    outlay_string s;
    memset(buffer, 0, sizeof buffer);
    s.data = buffer;
    s.capacity = sizeof buffer - 1;
    s.needed = 0;
    return s;
}

#endif
