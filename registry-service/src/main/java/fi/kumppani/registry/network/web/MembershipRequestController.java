package fi.kumppani.registry.network.web;

import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.network.Membership;
import fi.kumppani.registry.network.Memberships;
import fi.kumppani.registry.network.web.MembershipController.MembershipView;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** What waits for the coordinators of a municipality in all of its networks. */
@RestController
@RequestMapping("/v1/municipalities/{code}/membership-requests")
class MembershipRequestController {

    private final Memberships memberships;

    MembershipRequestController(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Who asks to be a member, network by network. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<MembershipView> list(@PathVariable String code, Cursor cursor) {
        List<Stored<Membership>> found =
                memberships.requests(
                        Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> MembershipView.of(stored.body()));
    }
}
