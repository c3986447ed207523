/**
 * What the same association was granted or refused in other municipalities of the deployment: a
 * read model of public facts in messages, shown to those who handle one of its applications.
 */
@NullMarked
package fi.kumppani.grants.elsewhere;

import org.jspecify.annotations.NullMarked;
