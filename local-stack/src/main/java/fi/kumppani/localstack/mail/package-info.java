/** The mail catcher: accepts every mail, keeps it on disk and shows it. */
@NullMarked
package fi.kumppani.localstack.mail;

import org.jspecify.annotations.NullMarked;
