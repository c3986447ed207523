package fi.kumppani.localstack.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import fi.kumppani.localstack.LocalStackSettings;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

import java.util.List;
import java.util.Locale;

@SpringBootApplication
class IdentityApplication {

    private final LocalStackSettings settings;
    private final Demonstration demonstration = Demonstration.load();

    IdentityApplication(LocalStackSettings settings) {
        this.settings = settings;
    }

    @Bean
    Demonstration demonstration() {
        return demonstration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                        })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                        new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        // Browsers apply form-action to the redirects that follow a form: login ends at the portal.
        String policy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self' "
                        + settings.portalUrl();
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/", "/login", "/local-stack.css", "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .formLogin(
                        login -> login.loginPage("/login").defaultSuccessUrl(settings.portalUrl()))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .build();
    }

    @Bean
    UserDetailsService users(PasswordEncoder encoder) {
        String password = encoder.encode(demonstration.password());
        return new InMemoryUserDetailsManager(
                demonstration.users().stream()
                        .map(user -> User.withUsername(user.username()).password(password).build())
                        .toList());
    }

    /** The least strength there is: these passwords are printed on the login page. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    RegisteredClientRepository clients(PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(
                new Clients(encoder, settings).of(demonstration));
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new RememberedLogins(new InMemoryOAuth2AuthorizationService());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys() {
        var key = SigningKey.in(settings.dataOf("identity"));
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return new Claims(demonstration);
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        var finnish = Locale.of("fi");
        resolver.setSupportedLocales(List.of(finnish, Locale.of("sv"), Locale.ENGLISH));
        resolver.setDefaultLocale(finnish);
        return resolver;
    }
}
