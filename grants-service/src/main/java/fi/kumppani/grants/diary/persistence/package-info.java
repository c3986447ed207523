/** Keeps diaries as journals: the counters in the parent, what arrived as its children. */
@NullMarked
package fi.kumppani.grants.diary.persistence;

import org.jspecify.annotations.NullMarked;
