/** Usage reports over HTTP, for grantees and for who checks them. */
@NullMarked
package fi.kumppani.grants.usagereport.web;

import org.jspecify.annotations.NullMarked;
