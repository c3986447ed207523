/** Forms, written by officers and read by everybody. */
@NullMarked
package fi.kumppani.grants.form.web;

import org.jspecify.annotations.NullMarked;
