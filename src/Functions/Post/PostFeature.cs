using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Post;

/// <summary>Inboxes, mail and the gateway for messages.</summary>
public static class PostFeature
{
    public static void AddPost(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MailSettings.Read(configuration));
        services.AddSingleton(WebhookSettings.Read(configuration));
        services.AddSingleton(p => new PostChannels(p.GetRequiredService<MailSettings>().IsOn, p.GetRequiredService<WebhookSettings>().IsOn));
        services.AddSingleton<PostOffice>();
        services.AddSingleton(p => p.GetRequiredService<PostOffice>().Settings);
        services.AddSingleton<NoticeActs>();
        services.AddSingleton<PostStore>();
        services.AddSingleton<PostActs>();
        services.AddSingleton<BounceActs>();
        services.AddSingleton<LetterWords>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<PostSubjects>();
        services.AddSingleton<MessageRound>();
        services.AddSingleton<WebhookGateway>();
        services.AddSingleton<IAttachmentSource, DocumentAttachments>();
    }
}
