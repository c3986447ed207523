/** Moving an application under another call, by HTTP. */
@NullMarked
package fi.kumppani.grants.transfer.web;

import org.jspecify.annotations.NullMarked;
