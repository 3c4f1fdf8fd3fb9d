using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Delivery.Webhooks;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Delivery;

public sealed class WebhookTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("2002:7f00:1::")]
    public void A_private_address_is_none_to_send_to(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("9.9.9.9")]
    [InlineData("172.32.0.1")]
    [InlineData("2620:fe::fe")]
    public void A_public_address_is(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_message_is_signed_tried_again_and_never_sent_twice()
    {
        var receiver = new Receiver(HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent);
        await using var host = await StartAsync(receiver);
        await EnqueueAsync(host);
        Assert.Equal(1, await SendAsync(host));
        Assert.Equal(0, await SendAsync(host));
        host.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await SendAsync(host));
        host.Clock.Advance(Duration.FromDays(2));
        Assert.Equal(0, await SendAsync(host));
        Assert.Equal(2, receiver.Requests.Count);
        var (signature, body) = receiver.Requests[1];
        var seconds = long.Parse(signature.Split(',')[0][2..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(WebhookSender.Sign("secret", seconds, body), signature);
        Assert.Contains("\"site\":\"vany\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_nobody_takes_is_given_up_after_a_day()
    {
        await using var host = await StartAsync(new Receiver());
        await EnqueueAsync(host);
        for (var i = 0; i < 12; i++)
        {
            await SendAsync(host);
            host.Clock.Advance(Duration.FromHours(19));
        }
        var delivery = await host.InDatabaseAsync(d => d.WebhookDeliveries.SingleAsync());
        Assert.Null(delivery.NextAttemptAt);
        Assert.Null(delivery.DeliveredAt);
        Assert.Equal(7, delivery.Attempts);
    }

    [Fact]
    public void A_signature_is_that_of_its_vector() => Assert.Equal(
        "t=1700000000,v1=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("clé"u8, "1700000000.{}"u8)),
        WebhookSender.Sign("clé", 1700000000, "{}"));

    private static Task<CmsHost> StartAsync(Receiver receiver) => CmsHost.StartAsync(services: services =>
        services.AddHttpClient(WebhookSender.ClientName).ConfigurePrimaryHttpMessageHandler(() => receiver));

    private static Task<int> EnqueueAsync(CmsHost host) => host.WithAsync(async services =>
    {
        var database = services.GetRequiredService<Data.CmsDbContext>();
        var secret = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(WebhookSender.Purpose).Protect("secret");
        var now = host.Clock.GetCurrentInstant();
        database.Webhooks.Add(new() { Id = Guid.NewGuid(), SiteKey = "vany", Url = "https://recepteur.example/", ProtectedSecret = secret, CreatedAt = now, CreatedBy = "essai" });
        await database.SaveChangesAsync();
        await WebhookQueue.AddAsync(database, new SiteBuild { SiteKey = "vany", State = BuildState.Done, Release = "r1", Revision = 7, QueuedAt = now }, now, CancellationToken.None);
        await WebhookQueue.AddAsync(database, new SiteBuild { SiteKey = "chieulles", State = BuildState.Done, Release = "r2", Revision = 7, QueuedAt = now }, now, CancellationToken.None);
        return await database.SaveChangesAsync();
    });

    private static Task<int> SendAsync(CmsHost host) => host.WithAsync(s => s.GetRequiredService<WebhookSender>().SendDueAsync(CancellationToken.None));

    private sealed class Receiver(params HttpStatusCode[] answers) : HttpMessageHandler
    {
        public List<(string Signature, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.Headers.GetValues("X-SiteFactory-Signature").Single(), await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new(Requests.Count <= answers.Length ? answers[Requests.Count - 1] : HttpStatusCode.InternalServerError);
        }
    }
}
