using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.Documents.Keeping;
using NtmServerless.Domain.Post;
using NtmServerless.Functions.Access;
using NtmServerless.Functions.Acts;
using NtmServerless.Functions.Documents;
using NtmServerless.Functions.Edge;
using NtmServerless.Functions.OpenApi;
using NtmServerless.Functions.Pages;
using NtmServerless.Functions.Post;
using NtmServerless.Functions.Reporting;
using NtmServerless.Functions.Timers;
using NtmServerless.Storage;
using NtmServerless.Storage.Access;
using NtmServerless.Storage.Audit;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Communication;
using NtmServerless.Storage.Documents;
using NtmServerless.Storage.Evidence;
using NtmServerless.Storage.Plans;
using NtmServerless.Storage.Post;
using NtmServerless.Storage.Reports;
using NtmServerless.Storage.Tours;
using NtmServerless.Texts;

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

        foreach (Type records in (Type[])[typeof(PlanShelf), typeof(ClassSummaries), typeof(ClassLedger), typeof(ClassFounding), typeof(ClassRecords),
            typeof(CommunicationLog), typeof(TourLedger), typeof(ReportShelf), typeof(KeyRing), typeof(AccountBook), typeof(Passwords), typeof(AuditTrail), typeof(EvidenceVault), typeof(PostOffice), typeof(PostRecords),
            typeof(DocumentShelf), typeof(DocumentFiles)])
            services.AddSingleton(records);

        foreach (Type acts in (Type[])[typeof(PlanActs), typeof(ClassActs), typeof(RegistrationActs), typeof(AttendanceActs), typeof(SignatureActs),
            typeof(EvidenceActs), typeof(EvidenceUploads), typeof(ClassReportActs), typeof(TourActs), typeof(ReportActs), typeof(ReportSteps), typeof(ReportCompilation), typeof(ReportAnswerActs), typeof(CommunicationActs),
            typeof(KeyActs), typeof(AccountActs), typeof(SignInActs), typeof(SignInWatch), typeof(OutsideFormActs), typeof(RosterImport), typeof(AuditActs),
            typeof(WorkflowRecords), typeof(WorkflowActs), typeof(DocumentActs), typeof(PlanDocumentActs), typeof(ReportDocumentActs), typeof(PostActs)])
            services.AddSingleton(acts);

        foreach (Type documents in (Type[])[typeof(KeptDocuments), typeof(OfficeTemplates), typeof(DocumentDesk), typeof(ClassSources), typeof(ReportTables),
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
            typeof(AnnouncedClasses), typeof(ReportViewing), typeof(ReceiptTokens), typeof(PersonWords)])
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
