/** Networks and memberships over HTTP. */
@NullMarked
package fi.kumppani.registry.network.web;

import org.jspecify.annotations.NullMarked;
