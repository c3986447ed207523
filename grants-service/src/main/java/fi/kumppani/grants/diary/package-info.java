/** The diary: numbers arrived applications, and keeps for each call what arrived, in order. */
@NullMarked
package fi.kumppani.grants.diary;

import org.jspecify.annotations.NullMarked;
