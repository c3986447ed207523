/**
 * De minimis aid (Regulation (EU) 2023/2831): what an undertaking has from all municipalities of
 * the deployment and declares of others, kept within the limit of three years.
 */
@NullMarked
package fi.kumppani.grants.deminimis;

import org.jspecify.annotations.NullMarked;
