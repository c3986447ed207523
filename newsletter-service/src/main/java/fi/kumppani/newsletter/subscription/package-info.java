/** Lists, and who has asked for them and said so twice (double opt-in). */
@NullMarked
package fi.kumppani.newsletter.subscription;

import org.jspecify.annotations.NullMarked;
