using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>Passes every question on, and keeps a fingerprint of every answer: all that a body depends on besides its text.</summary>
internal sealed class RecordingBodyContext(IBodyContext inner) : IBodyContext
{
    private readonly XxHash128 _answers = new();

    /// <summary>Stands for all answers given so far, in their order.</summary>
    public Fingerprint Answers => new(_answers.GetCurrentHashAsUInt128());

    public string SiteName => Record(inner.SiteName);

    public ContactModel Contact => Record(inner.Contact, ModelFingerprint.Json.ContactModel);

    public string Link(string path) => Record(inner.Link(path));

    public PictureModel? Picture(string path, string? alt) => RecordOptional(inner.Picture(path, alt), ModelFingerprint.Json.PictureModel);

    public FileLink? File(string path) => RecordOptional(inner.File(path), ModelFingerprint.Json.FileLink);

    public ImmutableArray<NewsCard> News(string? topic, int limit) => Record(inner.News(topic, limit), ModelFingerprint.Json.ImmutableArrayNewsCard);

    public ImmutableArray<EventCard> Events(string? topic, int limit) => Record(inner.Events(topic, limit), ModelFingerprint.Json.ImmutableArrayEventCard);

    public ImmutableArray<DirectoryCard> Directory(string? type, string? category, int limit) =>
        Record(inner.Directory(type, category, limit), ModelFingerprint.Json.ImmutableArrayDirectoryCard);

    public DirectoryCard? Entry(string key) => RecordOptional(inner.Entry(key), ModelFingerprint.Json.DirectoryCard);

    public ImmutableArray<DocumentCard> Documents(string? type, int limit) =>
        Record(inner.Documents(type, limit), ModelFingerprint.Json.ImmutableArrayDocumentCard);

    public SheetModel? Sheet(string id)
    {
        var sheet = inner.Sheet(id);
        Record(sheet?.Inputs.ToString() ?? "");
        return sheet;
    }

    public WasteModel? Waste(string? sector) => RecordOptional(inner.Waste(sector), ModelFingerprint.Json.WasteModel);

    public MenusModel? Menus() => RecordOptional(inner.Menus(), ModelFingerprint.Json.MenusModel);

    public WorksModel? Works() => RecordOptional(inner.Works(), ModelFingerprint.Json.WorksModel);

    public JobsModel? Jobs() => RecordOptional(inner.Jobs(), ModelFingerprint.Json.JobsModel);

    public RoomsModel? Rooms(string? entry) => RecordOptional(inner.Rooms(entry), ModelFingerprint.Json.RoomsModel);

    public ServiceCard? Service(string? portal, string service) => RecordOptional(inner.Service(portal, service), ModelFingerprint.Json.ServiceCard);

    public bool HasPortal(string key)
    {
        var known = inner.HasPortal(key);
        Record(known ? "1" : "0");
        return known;
    }

    public ImmutableArray<ServiceCard> Services(ServiceFilter filter) =>
        Record(inner.Services(filter), ModelFingerprint.Json.ImmutableArrayServiceCard);

    public TrackingModel? Tracking(string? portal) => RecordOptional(inner.Tracking(portal), ModelFingerprint.Json.TrackingModel);

    private string Record(string answer)
    {
        _answers.Append(Encoding.UTF8.GetBytes(answer));
        _answers.Append("\0"u8);
        return answer;
    }

    private T Record<T>(T answer, JsonTypeInfo<T> type)
    {
        _answers.Append(Encoding.UTF8.GetBytes(ModelFingerprint.Of(answer, type).ToString()));
        return answer;
    }

    private T? RecordOptional<T>(T? answer, JsonTypeInfo<T> type)
        where T : class
    {
        if (answer is not null)
            return Record(answer, type);
        _answers.Append("\0"u8);
        return null;
    }
}
