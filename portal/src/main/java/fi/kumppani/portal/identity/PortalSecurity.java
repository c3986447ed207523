package fi.kumppani.portal.identity;

import fi.kumppani.portal.Framing;
import fi.kumppani.portal.OutsidePictures;
import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.WebAddress;
import fi.kumppani.portal.problem.ProblemKind;
import fi.kumppani.portal.problem.ProblemWriter;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may send what to the portal, and what browsers are told about its pages. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    private static final String CONTENT_POLICY = "Content-Security-Policy";

    /** Whoever uses the browser next goes back to nothing. */
    private static final LogoutHandler FORGET_PAGES =
            new HeaderWriterLogoutHandler(new StaticHeadersWriter("Clear-Site-Data", "\"cache\""));

    private static final List<IpAddressMatcher> NEIGHBOURS =
            Stream.of(
                            "127.0.0.0/8",
                            "::1/128",
                            "10.0.0.0/8",
                            "172.16.0.0/12",
                            "192.168.0.0/16",
                            "fc00::/7")
                    .map(IpAddressMatcher::new)
                    .toList();

    /**
     * Health and info are open; metrics only to neighbours that come directly, as a scraper has no
     * token and nobody from outside comes without a proxy.
     */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorSecurity(HttpSecurity http) {
        return http.securityMatchers(
                        requests ->
                                requests.requestMatchers(
                                        EndpointRequest.toAnyEndpoint(), EndpointRequest.toLinks()))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(EndpointRequest.to("health", "info"))
                                        .permitAll()
                                        .requestMatchers(
                                                EndpointRequest.to("metrics", "prometheus"))
                                        .access(
                                                (_, context) ->
                                                        new AuthorizationDecision(
                                                                isDirect(context.getRequest())))
                                        .anyRequest()
                                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                        (_, response, _) ->
                                                response.sendError(
                                                        HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    /** An identity provider served under our address looks after itself. */
    @Bean
    @Order(2)
    SecurityFilterChain identityProviderSecurity(HttpSecurity http) {
        return http.securityMatcher("/auth/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * Pages are for all; what somebody may see and do through the API is decided by the services,
     * who get the token.
     */
    @Bean
    @Order(3)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            PortalSettings portal,
            IdentitySettings identity,
            IdentityProvider provider,
            ProblemWriter problems) {
        CookieCsrfTokenRepository csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieCustomizer(
                cookie -> cookie.secure(portal.secure()).path("/").sameSite("Lax"));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfCookie)
                                        .csrfTokenRequestHandler(new CsrfTokens())
                                        .requireCsrfProtectionMatcher(CsrfTokens.required()))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .oauth2Login(
                        login ->
                                login.loginPage(LoginPages.PATH)
                                        .authorizationEndpoint(
                                                endpoint ->
                                                        endpoint.authorizationRequestResolver(
                                                                requestResolver(provider)))
                                        .successHandler(PortalSecurity::goOn)
                                        .failureHandler(
                                                new SimpleUrlAuthenticationFailureHandler(
                                                        LoginPages.FAILED)))
                .logout(
                        logout ->
                                logout.addLogoutHandler(FORGET_PAGES)
                                        .logoutSuccessHandler(logoutAtProvider(provider, portal)))
                .exceptionHandling(
                        handling ->
                                handling.accessDeniedHandler(
                                        (request, response, _) ->
                                                refuse(request, response, problems)))
                .headers(
                        headers ->
                                headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                                        .addHeaderWriter(PortalSecurity::refuseFrames)
                                        .addHeaderWriter(contentPolicy(portal, identity))
                                        .referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                                        .addHeaderWriter(PortalSecurity::permit)
                                        .crossOriginOpenerPolicy(
                                                policy ->
                                                        policy.policy(
                                                                CrossOriginOpenerPolicy
                                                                        .SAME_ORIGIN))
                                        .crossOriginResourcePolicy(
                                                policy ->
                                                        policy.policy(
                                                                CrossOriginResourcePolicy
                                                                        .SAME_ORIGIN)))
                .build();
    }

    /** For browsers that do not know {@code frame-ancestors}. */
    private static void refuseFrames(HttpServletRequest request, HttpServletResponse response) {
        if (Framing.sites(request).isEmpty()) {
            response.setHeader("X-Frame-Options", "DENY");
        }
    }

    /** Nothing that a device can do, except that tickets are scanned at the door. */
    private static void permit(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Permissions-Policy",
                (CsrfTokens.AT_THE_DOOR.matches(request) ? "camera=(self)" : "camera=()")
                        + ", geolocation=(), microphone=(), payment=()");
    }

    /** Also refuses NUL characters in parameters, which the default lets pass. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Says what a page may load, unless what passes through says so itself. */
    private static HeaderWriter contentPolicy(PortalSettings portal, IdentitySettings identity) {
        return (request, response) -> {
            if (!response.containsHeader(CONTENT_POLICY)) {
                response.setHeader(CONTENT_POLICY, contentPolicy(portal, identity, request));
            }
        };
    }

    /**
     * Everything from ourselves but the pictures that a page names, and nothing inline; forms may
     * also end at the identity provider, as logging out is a form that leads there.
     */
    private static String contentPolicy(
            PortalSettings portal, IdentitySettings identity, HttpServletRequest request) {
        String provider = WebAddress.origin(identity.issuer());
        String sites = Framing.sites(request);
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:" + OutsidePictures.origins(request),
                "font-src 'self'",
                "connect-src 'self'",
                "frame-src " + Framing.shown(request),
                portal.at("").equals(provider)
                        ? "form-action 'self'"
                        : "form-action 'self' " + provider,
                "base-uri 'none'",
                "frame-ancestors " + (sites.isEmpty() ? "'none'" : sites));
    }

    /** Proves that code and browser belong together (PKCE), and hands on the chosen language. */
    private static OAuth2AuthorizationRequestResolver requestResolver(IdentityProvider provider) {
        var resolver =
                new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce()
                        .andThen(
                                request ->
                                        chosenLanguage()
                                                .ifPresent(
                                                        language ->
                                                                request.additionalParameters(
                                                                        more ->
                                                                                more.put(
                                                                                        "ui_locales",
                                                                                        language
                                                                                                .code())))));
        return resolver;
    }

    private static Optional<Language> chosenLanguage() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? ReaderLanguage.chosen(attributes.getRequest())
                : Optional.empty();
    }

    private static void goOn(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        HttpSession session = request.getSession();
        Object path = session.getAttribute(LoginPages.RETURN_PATH);
        session.removeAttribute(LoginPages.RETURN_PATH);
        response.sendRedirect(path instanceof String ours ? ours : ReturnPath.START);
    }

    private static LogoutSuccessHandler logoutAtProvider(
            IdentityProvider provider, PortalSettings portal) {
        var atProvider = new OidcClientInitiatedLogoutSuccessHandler(provider);
        atProvider.setPostLogoutRedirectUri(portal.at("/"));
        return (request, response, person) -> {
            try {
                atProvider.onLogoutSuccess(request, response, person);
            } catch (IdentityProviderAwayException e) {
                response.sendRedirect("/");
            }
        };
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, ProblemWriter problems)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(ProblemKind.FORGED, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isDirect(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && NEIGHBOURS.stream()
                        .anyMatch(network -> network.matches(request.getRemoteAddr()));
    }
}
