import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import { buildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';
import { decide } from '../../src/answers/decide.ts';

type Rows = readonly (readonly [heading: string, text: string])[];

/** The same small shop in every language; `lang` is left out, so that the language must be found out. */
const shops: Readonly<Record<string, Rows>> = {
  sv: [
    ['Vad kostar leveransen?', 'Leveransen kostar 49 kronor. Över 500 kronor är den gratis.'],
    ['Hur avbokar jag en beställning?', 'Logga in och välj "Avboka" inom 24 timmar.'],
    ['Öppettider', 'Butiken är öppen alla vardagar mellan 10 och 18.'],
  ],
  nb: [
    ['Hva koster leveringen?', 'Leveringen koster 49 kroner. Over 500 kroner er den gratis.'],
    ['Hvordan avbestiller jeg en ordre?', 'Logg inn og velg «Avbestill» innen 24 timer.'],
    ['Åpningstider', 'Butikken er åpen alle hverdager mellom 10 og 18.'],
  ],
  de: [
    ['Was kostet die Lieferung?', 'Die Lieferung kostet 5 Euro. Ab 50 Euro ist sie kostenlos.'],
    [
      'Wie storniere ich eine Bestellung?',
      'Melden Sie sich an und wählen Sie innerhalb von 24 Stunden „Stornieren“.',
    ],
    ['Öffnungszeiten', 'Das Geschäft ist an allen Werktagen von 10 bis 18 Uhr geöffnet.'],
  ],
  nl: [
    ['Wat kost de levering?', 'De levering kost 5 euro. Boven 50 euro is die gratis.'],
    ['Hoe annuleer ik een bestelling?', 'Log in en kies binnen 24 uur voor "Annuleren".'],
    ['Openingstijden', 'De winkel is op alle werkdagen geopend van 10 tot 18 uur.'],
  ],
  fr: [
    [
      'Combien coûte la livraison ?',
      "La livraison coûte 5 euros. Elle est gratuite à partir de 50 euros d'achat.",
    ],
    ['Comment annuler une commande ?', 'Connectez-vous et choisissez « Annuler » dans les 24 heures.'],
    ["Horaires d'ouverture", 'Le magasin est ouvert tous les jours ouvrables de 10 à 18 heures.'],
  ],
  es: [
    ['¿Cuánto cuesta el envío?', 'El envío cuesta 5 euros. A partir de 50 euros es gratis.'],
    ['¿Cómo cancelo un pedido?', 'Inicia sesión y elige «Cancelar» en las primeras 24 horas.'],
    ['Horario de apertura', 'La tienda está abierta todos los días laborables de 10 a 18 horas.'],
  ],
  it: [
    ['Quanto costa la consegna?', 'La consegna costa 5 euro. Oltre i 50 euro è gratuita.'],
    ['Come annullo un ordine?', 'Accedi e scegli "Annulla" entro 24 ore.'],
    ["Orari d'apertura", 'Il negozio è aperto tutti i giorni feriali dalle 10 alle 18.'],
  ],
  pt: [
    ['Quanto custa a entrega?', 'A entrega custa 5 euros. Acima de 50 euros é grátis.'],
    ['Como cancelo uma encomenda?', 'Entre na sua conta e escolha "Cancelar" nas primeiras 24 horas.'],
    ['Horário de funcionamento', 'A loja está aberta em todos os dias úteis das 10 às 18 horas.'],
  ],
  pl: [
    ['Ile kosztuje dostawa?', 'Dostawa kosztuje 20 złotych. Powyżej 200 złotych jest darmowa.'],
    ['Jak anulować zamówienie?', 'Zaloguj się i wybierz „Anuluj” w ciągu 24 godzin.'],
    ['Godziny otwarcia', 'Sklep jest czynny we wszystkie dni robocze od 10 do 18.'],
  ],
  ru: [
    ['Сколько стоит доставка?', 'Доставка стоит 300 рублей. При заказе от 3000 рублей она бесплатная.'],
    ['Как отменить заказ?', 'Войдите в аккаунт и выберите «Отменить» в течение 24 часов.'],
    ['Часы работы', 'Магазин открыт во все рабочие дни с 10 до 18 часов.'],
  ],
  fi: [
    ['Paljonko toimitus maksaa?', 'Toimitus maksaa 5 euroa. Yli 50 euron tilauksissa se on ilmainen.'],
    ['Miten perun tilauksen?', 'Kirjaudu sisään ja valitse "Peruuta" 24 tunnin kuluessa.'],
    ['Aukioloajat', 'Kauppa on avoinna kaikkina arkipäivinä kello 10–18.'],
  ],
  cs: [
    ['Kolik stojí doručení?', 'Doručení stojí 99 korun. Nad 1000 korun je zdarma.'],
    ['Jak zruším objednávku?', 'Přihlaste se a do 24 hodin zvolte „Zrušit“.'],
    ['Otevírací doba', 'Obchod je otevřen každý pracovní den od 10 do 18 hodin.'],
  ],
  hu: [
    ['Mennyibe kerül a szállítás?', 'A szállítás 1500 forintba kerül. 15 000 forint felett ingyenes.'],
    [
      'Hogyan mondhatom le a rendelésemet?',
      'Jelentkezzen be, és 24 órán belül válassza a „Lemondás” gombot.',
    ],
    ['Nyitvatartás', 'Az üzlet minden munkanapon 10 és 18 óra között van nyitva.'],
  ],
  tr: [
    ['Teslimat ne kadar?', 'Teslimat 50 liradır. 500 liranın üzerinde ücretsizdir.'],
    ['Siparişimi nasıl iptal ederim?', 'Giriş yapın ve 24 saat içinde "İptal et" seçeneğine basın.'],
    ['Çalışma saatleri', 'Mağaza bütün iş günlerinde 10 ile 18 arasında açıktır.'],
  ],
};

function snapshotIn(tag: string): Promise<Snapshot> {
  const article: Article = {
    id: 'shop.md',
    title: 'Shop',
    description: null,
    keywords: [],
    lang: null,
    url: null,
    updated: null,
    reviewBy: null,
    passages: (shops[tag] ?? []).map(([heading, text], index) => ({
      id: `shop.md#${heading}`,
      hash: String(index).padStart(12, '0'),
      article: 'shop.md',
      heading,
      level: 2,
      parents: [],
      line: index + 1,
      markdown: text,
      text,
      phrasings: [],
      tests: [],
      links: [],
    })),
  };
  return buildSnapshot({ articles: [article], problems: [], hash: tag });
}

describe('articles in other languages', () => {
  it.each(Object.keys(shops))('are told to be in %s', async (tag) => {
    expect((await snapshotIn(tag)).languages).toEqual([tag]);
  });

  it.each([
    ['sv', 'hej, kan någon berätta hur mycket leveransen kostar?', 0],
    ['sv', 'hur kan man avboka sin beställning', 1],
    ['sv', 'när har ni öppet på vardagar', 2],
    ['sv', 'oppettider', 2],
    ['nb', 'hei, noen som vet hvor mye levering koster', 0],
    ['nb', 'hvordan kan jeg avbestille ordren', 1],
    ['de', 'hallo, weiß jemand wie teuer eine lieferung ist', 0],
    ['de', 'ich möchte meine bestellung stornieren', 1],
    ['de', 'oeffnungszeiten', 2],
    ['nl', 'weet iemand hoeveel de levering kost', 0],
    ['nl', 'bestelling annuleren hoe', 1],
    ['fr', "bonjour, quelqu'un sait combien coûte une livraison ?", 0],
    ['fr', 'annulation de commande', 1],
    ['fr', "quelle est l'heure d'ouverture du magasin", 2],
    ['es', 'hola, alguien sabe cuanto cuesta el envio', 0],
    ['es', 'quiero cancelar mi pedido', 1],
    ['it', 'ciao a tutti, quanto costa una consegna', 0],
    ['it', "annullamento dell'ordine", 1],
    ['pt', 'oi, alguem sabe quanto custa a entrega', 0],
    ['pt', 'quero cancelar minha encomenda', 1],
    ['pl', 'hej, czy ktos wie ile kosztuje dostawa', 0],
    ['pl', 'chce anulowac zamowienie', 1],
    ['ru', 'привет, кто знает сколько стоит доставка', 0],
    ['ru', 'хочу отменить заказы', 1],
    ['fi', 'moi, tietääkö kukaan mitä toimitus maksaa', 0],
    ['fi', 'haluan perua tilaukseni', 1],
    ['cs', 'ahoj, nevite nekdo kolik stoji doruceni', 0],
    ['cs', 'chci zrusit objednavku', 1],
    ['hu', 'sziasztok, valaki tudja mennyi a szállítás', 0],
    ['hu', 'le akarom mondani a rendelést', 1],
    ['tr', 'selam, teslimat ne kadar bilen var mı', 0],
    ['tr', 'siparis iptal etmek istiyorum', 1],
  ] as const)('in %s answer "%s"', async (tag, question, place) => {
    const snapshot = await snapshotIn(tag);
    expect(snapshot.rank(snapshot.read(question), 3).matches[0]?.passage.heading).toBe(
      shops[tag]?.[place]?.[0],
    );
  });

  it.each([
    ['sv', 'vem vann matchen igår'],
    ['nb', 'hvem vant kampen i går'],
    ['de', 'wer hat gestern das spiel gewonnen'],
    ['nl', 'wie heeft gisteren de wedstrijd gewonnen'],
    ['fr', 'qui a gagné le match hier'],
    ['es', 'quién ganó el partido ayer'],
    ['it', 'chi ha vinto la partita ieri'],
    ['pt', 'quem ganhou o jogo ontem'],
    ['pl', 'kto wygrał wczoraj mecz'],
    ['ru', 'кто выиграл вчера матч'],
    ['fi', 'kuka voitti eilen ottelun'],
    ['cs', 'kdo vyhrál včera zápas'],
    ['hu', 'ki nyerte tegnap a meccset'],
    ['tr', 'dün maçı kim kazandı'],
  ])('in %s leave "%s" alone', async (tag, question) => {
    const snapshot = await snapshotIn(tag);
    expect(decide(snapshot.rank(snapshot.read(question), 3)).kind).toBe('unknown');
  });
});
