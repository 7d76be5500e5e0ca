using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Startup;

/// <summary>Everything the functions are made of.</summary>
public static class Services
{
    public static void AddNtm(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(p => BusinessTime.From(configuration, p.GetRequiredService<VietnameseTexts>()));
        services.AddSingleton(_ => RecordsStorage.From(configuration));

        services.AddSingleton(MailSettings.Read(configuration));
        services.AddSingleton(WebhookSettings.Read(configuration));
        services.AddSingleton(p => new PostChannels(p.GetRequiredService<MailSettings>().IsOn, p.GetRequiredService<WebhookSettings>().IsOn));

        foreach (Type records in (Type[])[typeof(PlanStore), typeof(ClassSummaries), typeof(ClassStore), typeof(ClassFounding), typeof(ClassReader),
            typeof(CommunicationStore), typeof(TourStore), typeof(PeriodicReportStore), typeof(ApiKeyStore), typeof(AccountStore), typeof(Passwords), typeof(AuditTrail), typeof(EvidenceStore), typeof(PostOffice), typeof(PostStore),
            typeof(DocumentStore), typeof(DocumentFiles)])
            services.AddSingleton(records);

        foreach (Type acts in (Type[])[typeof(PlanActs), typeof(ClassActs), typeof(RegistrationActs), typeof(AttendanceActs), typeof(SignatureActs),
            typeof(EvidenceActs), typeof(EvidenceUploads), typeof(ClassReportActs), typeof(TourActs), typeof(ReportActs), typeof(ReportSteps), typeof(ReportCompilation), typeof(ReportAnswerActs), typeof(CommunicationActs),
            typeof(KeyActs), typeof(AccountActs), typeof(SignInActs), typeof(SignInWatch), typeof(OutsideFormActs), typeof(RosterImport), typeof(AuditActs),
            typeof(WorkflowRecords), typeof(WorkflowActs), typeof(DocumentActs), typeof(PlanDocumentActs), typeof(ReportDocumentActs), typeof(PostActs)])
            services.AddSingleton(acts);

        foreach (Type documents in (Type[])[typeof(KeptDocuments), typeof(OfficeTemplates), typeof(DocumentMaker), typeof(ClassSources), typeof(ReportTables),
            typeof(ReportDocuments), typeof(ReportFiles)])
            services.AddSingleton(documents);

        foreach (Type edge in (Type[])[typeof(VietnameseTexts), typeof(ReportPrint), typeof(Problems), typeof(AskReader), typeof(KnownHosts), typeof(ClientAddress), typeof(PublicRate), typeof(ApiDescription)])
            services.AddSingleton(edge);

        services.AddSingleton<IStartupFilter, KnownHosts.Filter>();
        services.AddRazorComponents();
        services.AddSessions(configuration);
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyLimit.OfTheServer;
            kestrel.Limits.MaxRequestBufferSize = BodyLimit.BeforeReading;
        });
        services.AddCompression();
        // Vietnamese letters go out as they are: a third of the bytes, and readable.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        foreach (Type pages in (Type[])[typeof(PageFrames), typeof(PageAnswers), typeof(PagePosts), typeof(FilePosts), typeof(CurrentPlan), typeof(AccountPages),
            typeof(AnnouncedClasses), typeof(ReportViewing), typeof(ReceiptTokens), typeof(PersonSearchWords)])
            services.AddSingleton(pages);

        foreach (Type post in (Type[])[typeof(LetterWords), typeof(LetterWriter), typeof(PostSubjects), typeof(MessageRound), typeof(WebhookGateway)])
            services.AddSingleton(post);
        services.AddSingleton<IAttachmentSource, DocumentAttachments>();

        services.AddSingleton<PracticeClasses>();
        foreach (Type opening in (Type[])[typeof(Opening), typeof(Readiness), typeof(LastClient), typeof(Housekeeping)]) services.AddSingleton(opening);
        services.AddHostedService<LatePublishing>();
        // Data protection would read its keys before the worker answers its host, and the storage may be away: the first cookie reads them.
        foreach (ServiceDescriptor eager in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToArray()) services.Remove(eager);
    }
}
