/** What else is applied for, over HTTP. */
@NullMarked
package fi.kumppani.grants.alongside.web;

import org.jspecify.annotations.NullMarked;
