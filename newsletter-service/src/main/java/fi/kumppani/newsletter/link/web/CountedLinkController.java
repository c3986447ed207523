package fi.kumppani.newsletter.link.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.newsletter.link.CountedLinks;
import fi.kumppani.newsletter.link.CountedLinks.Opened;
import fi.kumppani.newsletter.link.HitsAtHand;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leads on from a link in a letter, and counts that somebody went; nothing about who. What says of
 * itself that it is a program is led on and not counted.
 */
@RestController
class CountedLinkController {

    private final CountedLinks countedLinks;
    private final HitsAtHand hitsAtHand;

    CountedLinkController(CountedLinks countedLinks, HitsAtHand hitsAtHand) {
        this.countedLinks = countedLinks;
        this.hitsAtHand = hitsAtHand;
    }

    @OpenToSignedLink
    @RateLimited(perMinute = 600, burst = 600)
    @GetMapping("/v1/municipalities/{code}/counted-links/{address}")
    ResponseEntity<Void> follow(
            @PathVariable String code, @PathVariable String address, HttpServletRequest request) {
        Opened link = countedLinks.open(address).orElseThrow(Problems::notFound);
        if (link.counted() && !Programs.isOne(request)) {
            hitsAtHand.count(link.issueId(), link.position());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(link.target())
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
