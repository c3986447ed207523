/** Files that go with applications, judged by what is in them. */
@NullMarked
package fi.kumppani.grants.attachment;

import org.jspecify.annotations.NullMarked;
