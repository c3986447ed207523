package fi.kumppani.kit.security;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.ProblemWriter;
import fi.kumppani.kit.problem.Problems;

import io.github.bucket4j.TimeMeter;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tokens, municipalities, access rules and rate limits for every request. */
@AutoConfiguration(
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({SecuritySettings.class, LinkSettings.class})
class SecurityAutoConfiguration {

    /** After Spring Security's own filter, which has the order -100. */
    private static final int AFTER_AUTHENTICATION = -90;

    private static final Duration IDENTITY_PROVIDER_IS_BACK = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecuritySettings settings, ObjectProvider<Clock> clock) {
        return TokenDecoders.create(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnProperty("kumppani.links.key")
    LinkSigner linkSigner(LinkSettings settings) {
        return new LinkSigner(settings);
    }

    /** Measuring every filter of every request costs more than most requests do. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Health and info tell nothing of the inside and are open. Metrics do, and a scraper has no
     * token: they are open to neighbours that come directly, and to nobody through a proxy.
     */
    @Bean
    @Order(1)
    SecurityFilterChain actuatorSecurity(
            HttpSecurity http, ProblemWriter problems, SecuritySettings settings) {
        Networks neighbours = new Networks(settings.metricsFrom());
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
                                                                isDirect(
                                                                        context.getRequest(),
                                                                        neighbours)))
                                        .anyRequest()
                                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (_, response, _) ->
                                                        problems.write(
                                                                Problems.notFound(), response))
                                        .accessDeniedHandler(
                                                (_, response, _) ->
                                                        problems.write(
                                                                Problems.notFound(), response)))
                .build();
    }

    /**
     * Finds out who calls. Whether they may is decided by {@link AccessInterceptor}, where the
     * handler is known. There are no cookies and no sessions, so there is nothing to forge.
     */
    @Bean
    @Order(2)
    SecurityFilterChain apiSecurity(HttpSecurity http, ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers ->
                                headers.referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                                        .contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                "default-src 'none';"
                                                                    + " frame-ancestors 'none'")))
                .oauth2ResourceServer(
                        server ->
                                server.jwt(
                                                jwt ->
                                                        jwt.jwtAuthenticationConverter(
                                                                token ->
                                                                        new JwtAuthenticationToken(
                                                                                token, List.of())))
                                        .withObjectPostProcessor(answering(problems)))
                .build();
    }

    @Bean
    FilterRegistrationBean<TenancyFilter> tenancyFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new TenancyFilter(problems));
        registration.setOrder(AFTER_AUTHENTICATION);
        return registration;
    }

    /** Also refuses NUL characters in parameters, which the default lets pass. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    WebMvcConfigurer accessRules(SecuritySettings settings) {
        RateLimitInterceptor rateLimits =
                new RateLimitInterceptor(
                        new ClientAddresses(new Networks(settings.trustedProxies())),
                        TimeMeter.SYSTEM_NANOTIME,
                        settings.rateLimitScale());
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor()).order(Integer.MIN_VALUE);
                registry.addInterceptor(rateLimits).order(Integer.MIN_VALUE + 1);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserArgument());
            }
        };
    }

    private static boolean isDirect(HttpServletRequest request, Networks neighbours) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && Networks.address(request.getRemoteAddr())
                        .filter(neighbours::contains)
                        .isPresent();
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(
            ProblemWriter problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(
                        (_, response, failure) -> problems.write(problemOf(failure), response));
                return filter;
            }
        };
    }

    /** A token that is wrong is the caller's affair; keys that cannot be fetched are ours. */
    private static Problem problemOf(AuthenticationException failure) {
        return failure instanceof AuthenticationServiceException
                ? Problems.unavailable(IDENTITY_PROVIDER_IS_BACK)
                : Problems.invalidToken();
    }
}
